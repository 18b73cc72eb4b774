"""When it was decided: the date of a sentence that belongs to one verb, or to an order it speaks of.

Weighs every date of the sentence by how it hangs together with the verb: near and in the same clause is
best; one inside "who ... in 1979", after "accused of killing", or of another event ("Friday's hearing")
is not the decision's. Days the sentence does not give are settled later, in `ruling_join.py`.
"""

from __future__ import annotations

from casetrack.extract.chunks import Chunk
from casetrack.extract.dates import DateMention
from casetrack.extract.days_before import count_back, ends_trial, is_of_deed_before, told_long_before
from casetrack.extract.grammar import is_finite
from casetrack.extract.harmed import SUFFERED

DATE_BREAK = frozenset(
    {
        "until",
        "by",
        "since",
        "before",
        "effective",
        "starting",
        "beginning",
        "from",
        "through",
        "dated",
        "dob",
        "born",
    }
)
OWN_NOUN = frozenset(
    {
        "order",
        "orders",
        "ruling",
        "rulings",
        "decision",
        "decisions",
        "injunction",
        "opinion",
        "verdict",
        "judgment",
    }
)
CRIMES = frozenset([
    "murder", "killing", "death", "crash", "fire", "shooting", "attack", "slaying", "stabbing", "robbery",
    "rape", "assault", "kidnapping", "beating", "bombing", "homicide", "murders", "killings", "deaths",
    "arson", "blaze", "burglary", "ambush", "massacre", "abduction", "disappearance", "heist", "holdup",
    "explosion",
])  # fmt: skip
OTHER_NOUN = CRIMES | {
    "hearing", "deadline", "speech", "election", "letter", "filing", "memo", "article", "start", "arrest",
    "trial", "indictment", "law", "proclamation",
}  # fmt: skip
PICTURED = frozenset({"pictured", "photographed", "seen", "shown"})
"""Before the day of a photograph: "Ann Lee, pictured in June"."""
TELLING = frozenset({"announced", "said", "reported", "confirmed"})
BENCH = frozenset({"judge", "court", "panel", "jury", "board"})
CLAUSE = frozenset(
    {";", "after", "when", "but", "while", "because", "if", "although", "though", "where", "as"}
)
OPENERS = frozenset({"after", "before", "since", "when"})
TOO_FAR = 45.0
OPENS = 12.0
"""A day that opens its sentence is no further from any verb of it."""
WHEN_REACH = 6
"""So many words at most stand between a day and what was done "when"."""
YEAR_WORDS = frozenset({"in", "of", "by", "during", "year", "ago", ","})


def pick_date(chunks: list[Chunk], at: int, published: str | None) -> str | None:
    """Choose the date of what the verb at `at` tells; None when no date of the sentence is its own."""
    counted = count_back(chunks, at)
    if counted is not None:
        return counted
    best: tuple[float, str] | None = None
    for index, chunk in enumerate(chunks):
        if chunk.kind != "date" or not isinstance(chunk.value, DateMention):
            continue
        if not _may_date(chunks, index, chunk.value, published):
            continue
        cost = _cost(chunks, index, at, chunk.value)
        if cost < TOO_FAR and (best is None or cost < best[0]):
            best = (cost, chunk.value.iso)
    return best[1] if best else None


def _cost(chunks: list[Chunk], index: int, at: int, date: DateMention) -> float:
    low, high = sorted((index, at))
    between = chunks[low + 1 : high]
    if index < at and _is_plainly_of(between, index):
        return PLAIN
    cost = float(abs(index - at)) + (2.0 if index > at else 0.0)
    if index <= 1 and any(is_finite(chunks, i) for i in range(index + 1, min(at, index + 6))):
        cost = min(cost, OPENS)  # "Last July she became the first to ..., rejecting"
    cost += 12.0 if date.precision == "year" else 0.0
    cost += 8.0 * sum(c.kind == "relative" or c.lower in CLAUSE for c in between)
    cost += 4.0 * sum(c.lower in {"and", "to"} for c in between)
    cost += (_cost_before if index < at else _cost_after)(chunks, index, at, date, between)
    if _is_outside(chunks, index, at):
        cost += 15.0 if date.precision == "day" else 40.0
    if _inside_relative(chunks, index, at):
        cost += 12.0 if date.precision == "day" else 40.0
        # "The judge, who had refused it in August, granted": what had been is older.
        cost += FOREIGN * (index < at and _had_been(chunks, index))
    return cost


PLAIN = 1.0
FOREIGN = 60.0
"""For a date that belongs to something else in its sentence."""


def _is_plainly_of(between: list[Chunk], index: int) -> bool:
    """ "A setback in August, when she denied it", "In June, jurors took two hours before convicting him"."""
    if len(between) < WHEN_REACH and [c.lower for c in between if c.text != ","][:1] == ["when"]:
        return True
    before = between[-1:] != [] and between[-1].lower == "before"
    return before and index <= 1 and any(c.kind == "jury" for c in between)


def _cost_before(chunks: list[Chunk], index: int, at: int, date: DateMention, between: list[Chunk]) -> float:
    """Weigh what parts a verb from a date before it."""
    cost = 0.0
    # "On Monday rejected the appeal of Ann Lee, who was convicted": the day is that of the main clause.
    who = next((i for i in range(index + 1, at) if chunks[i].lower in {"who", "whom", "whose"}), None)
    if who is not None:
        cost += 40.0 if chunks[who + 1].kind == "be" else 30.0
    # "Ann Lee, convicted in November, was sentenced Monday."
    aside = any(c.text == "," for c in between) and any(
        c.text == "," for c in chunks[max(0, index - 8) : index]
    )
    cost += 4.0 * aside
    cost += FOREIGN * (_is_announced(chunks, index, at) or _is_of_other(between))
    cost += FOREIGN * (told_long_before(chunks, at) or is_of_deed_before(chunks, index, at, date))
    last = between[-1].lower if between else ""
    cost += FOREIGN * (last == "later")  # "found guilty in May and later sentenced"
    cost += 8.0 * (last in {"and", "then"})  # "found guilty in May and sentenced to jail on Monday"
    return cost


def _cost_after(chunks: list[Chunk], index: int, at: int, date: DateMention, between: list[Chunk]) -> float:
    """Weigh what parts a verb from a date after it."""
    # "The judge, who sentenced the mayor, retired Wednesday."
    cost = FOREIGN * (_is_told_of_who(chunks, at) and any(c.text == "," for c in between))
    if date.precision == "day":
        cost += FOREIGN * (_is_of_plea(between) or _is_of_deed(between))
        cost += FOREIGN * _is_of_inner(chunks, index, at)
    else:
        lately = date.kind == "relative" and date.precision == "month"  # no deed is tried in a month
        deed = not (lately or ends_trial(chunks, index)) and any(_is_deed(c) for c in between)
        cost += 40.0 * (deed or _is_of_relative(between))
        tried = [c.lower for c in between[-2:]] == ["trial", "in"]  # "found guilty after a trial in May"
        since = any(c.lower in {"after", "following", "before", "since"} for c in between)
        cost += 40.0 * (since and not tried)
        cost += FOREIGN * _is_of_told(chunks, index, at)
    cost += FOREIGN * _is_of_telling(chunks, index, at)
    cost += FOREIGN * (_is_of_thing(between) or _is_of_aside(chunks, index, at))
    return cost + FOREIGN * _in_next_clause(chunks, index, at)


def _had_been(chunks: list[Chunk], index: int) -> bool:
    """Tell the date of "who had refused it in August"."""
    who = next((i for i in range(index - 1, max(-1, index - 14), -1) if chunks[i].kind == "relative"), None)
    return who is not None and chunks[who + 1].lower == "had"


PLED = frozenset({"pleaded", "pled", "arrested", "indicted", "charged", "convicted"})


def _is_of_plea(between: list[Chunk]) -> bool:
    """ "Imposed it on Ann Porter, who pleaded guilty Sept. 9": the day is that of the plea."""
    who = next((i for i, c in enumerate(between) if c.lower == "who"), None)
    if who is None or any(c.text == "," for c in between[who:]):
        return False
    verb = next((c for c in between[who + 1 :] if c.kind not in {"be", "have", "adverb"}), None)
    return verb is not None and verb.lower in PLED


def _is_of_deed(between: list[Chunk]) -> bool:
    """ "Found it negligent in hiring Bo Lee, who killed her on May 4": the day is that of her death."""
    who = next((i for i, c in enumerate(between) if c.lower in {"who", "whose"}), None)
    return who is not None and any(c.lower in SUFFERED for c in between[who + 1 :])


HOLDS = frozenset({"ruled", "held", "found", "said", "decided", "declared", "ordered", "announced"})
INNER = frozenset({"judge", "name", "court", "det", "organization", "panel"})


def _is_of_told(chunks: list[Chunk], index: int, at: int) -> bool:
    """ "Said the swimmer may testify that Lee sent notes in 2010": the year is of what is told."""
    that = next((i for i in range(index - 2, at + 2, -1) if chunks[i].lower == "that"), None)
    return that is not None and any(is_finite(chunks, i) for i in range(that + 2, index))


def _is_of_inner(chunks: list[Chunk], index: int, at: int) -> bool:
    """ "Stayed an injunction that Judge Lee issued on March 8": the day is that of the inner verb."""
    if chunks[at].lower in HOLDS or before_word(chunks, index) != "on":
        return False
    that = next((i for i in range(at + 1, index - 2) if chunks[i].lower in {"that", "which"}), None)
    if that is None or chunks[that + 1].kind not in INNER:
        return False
    return any(c.kind == "word" and c.lower.endswith("ed") for c in chunks[that + 2 : index])


def _is_of_telling(chunks: list[Chunk], index: int, at: int) -> bool:
    """ "Has been sentenced to prison, the prosecutor announced Tuesday": the day of the news of it."""
    said = next((i for i in range(index - 1, max(at, index - 4), -1) if chunks[i].lower in TELLING), None)
    comma = next((i for i in range(at + 1, said or 0) if chunks[i].text == ","), None)
    if said is None or comma is None or not any(c.kind == "have" for c in chunks[max(0, at - 3) : at]):
        return False
    return not any(c.kind in BENCH for c in chunks[comma:said])


THING = frozenset(
    {"taken", "seized", "filed", "imposed", "issued", "signed", "entered", "made", "held", "handed"}
)
THINGS = frozenset({"word", "instrument", "name", "organization"})


def _is_of_thing(between: list[Chunk]) -> bool:
    """ "Ordered it to return boxes taken in a raid on May 4", "take back the plea he entered last month"."""
    for at, chunk in enumerate(between[1:], 1):
        if chunk.lower not in THING or any(c.text == "," for c in between[at:]):
            continue
        if between[at - 1].kind == "instrument" and any(
            c.lower == "in" for c in between[max(0, at - 6) : at]
        ):
            continue  # "sided with her in an opinion issued Feb. 28"
        if between[at - 1].kind in THINGS:
            return True
        if at > 1 and between[at - 1].lower in {"he", "she", "they"} and between[at - 2].kind in THINGS:
            return True
    return False


def _is_of_aside(chunks: list[Chunk], index: int, at: int) -> bool:
    """ "Threw out the claims over the plan, a policy it had dropped in 2016": what had become of a thing."""
    comma = next((i for i in range(index - 1, at, -1) if chunks[i].text == ","), None)
    if comma is None or chunks[comma + 1].kind != "det":
        return False
    return any(chunks[i].kind == "pronoun" and is_finite(chunks, i + 1) for i in range(comma + 2, index - 1))


def _is_announced(chunks: list[Chunk], index: int, at: int) -> bool:
    """ "Announced today that a judge has barred": the day of the news of it."""
    told = chunks[max(0, index - 2) : index + 2]
    that = any(c.lower == "that" for c in chunks[index + 1 : at])
    perfect = any(c.kind == "have" for c in chunks[max(index, at - 3) : at])
    return that and perfect and any(c.lower in TELLING for c in told)


def _is_of_relative(between: list[Chunk]) -> bool:
    """ "Stayed a permit that the agency issued in March": the month is that of the inner verb."""
    that = next((i for i, c in enumerate(between) if c.kind == "relative"), None)
    return that is not None and any(c.kind == "word" and c.lower.endswith("ed") for c in between[that:])


def _is_told_of_who(chunks: list[Chunk], at: int) -> bool:
    """Tell the verb of "who sentenced", "who has been sentenced", never of "it was she who sentenced"."""
    before = at - 1
    while before > 0 and chunks[before].kind in {"be", "have", "adverb", "date", "prep"}:
        before -= 1
    return chunks[before].lower == "who" and chunks[0].lower != "it"


def _is_outside(chunks: list[Chunk], index: int, at: int) -> bool:
    """Tell whether the verb stands in "after a court ruled, ..." and the date in the main clause."""
    opener = next(
        (i for i in range(at, -1, -1) if chunks[i].kind == "comma" or chunks[i].lower in OPENERS), -1
    )
    if opener < 0 or chunks[opener].lower not in OPENERS:
        return False
    end = next((i for i in range(at, len(chunks)) if chunks[i].kind == "comma"), len(chunks))
    return index > end if opener <= 3 else index < opener


def _in_next_clause(chunks: list[Chunk], index: int, at: int) -> bool:
    """ "Was acquitted, and another's trial ended in December": the day is that of the second clause."""
    for i in range(at + 1, index - 2):
        opens = chunks[i].kind == "comma" and chunks[i + 1].lower in {"and", "but", "while"}
        if opens and chunks[i + 2].kind in {"name", "det", "organization"}:
            return any(is_finite(chunks, j) for j in range(i + 3, index))
    return False


OTHERS = frozenset({"ruling", "decision", "judgment", "verdict", "opinion"})


def _is_of_other(between: list[Chunk]) -> bool:
    """ "On Tuesday left in place a ruling that struck down the ban": the day is not of the inner one."""
    that = next((i for i in range(len(between) - 1, 1, -1) if between[i].kind == "relative"), 0)
    if not that or between[that - 1].lower not in OTHERS:
        return False
    return {"a", "an", "lower"} & {c.lower for c in between[max(0, that - 5) : that]} != set()


def _is_deed(chunk: Chunk) -> bool:
    """Tell what the accused did from what the court did: "guilty of killing three men in 2017"."""
    return chunk.kind == "word" and chunk.lower.endswith("ing") and len(chunk.lower) > 5


def before_word(chunks: list[Chunk], index: int) -> str:
    """Give the word before a chunk, folded."""
    return chunks[index - 1].lower if index else ""


def _inside_relative(chunks: list[Chunk], index: int, at: int) -> bool:
    """Tell whether a date stands in "who ... in 1979" or "that began on Aug. 12", outside of the verb."""
    for back in range(index - 1, max(-1, index - 14), -1):
        if chunks[back].text == "," or back == at:
            return False
        opens = chunks[back].lower in {"who", "which", "whose", "what"}
        opens |= chunks[back].lower == "that" and is_finite(chunks, back + 1)
        if opens:
            # "A judge who in 1971 ordered": the verb stands in the clause with its date.
            together = at > index and not any(c.text == "," for c in chunks[index:at])
            return not (back < at < index or together)
    return False


DATED = OWN_NOUN | {"resolution"}


def _may_date(chunks: list[Chunk], index: int, date: DateMention, published: str | None) -> bool:
    if date.direction == "future" or (published is not None and date.iso[:10] > published[: len(date.iso)]):
        return False
    before = before_word(chunks, index)
    if before == "since" and index > 1 and chunks[index - 2].lower == "hold":
        return True  # "has been on hold since April"
    if before == "dated" and index > 1 and chunks[index - 2].lower in DATED:
        # "In a decision dated Jan. 24, the court found", "annulled the permit in a decision dated Feb. 11"
        return any(c.lower == "in" for c in chunks[max(0, index - 6) : index - 2])
    plain = date.precision == "year" and before not in YEAR_WORDS and len(date.text) == 4
    if plain and not _opens_order(chunks, index):
        return False
    if {c.lower for c in chunks[max(0, index - 4) : index]} & PICTURED:
        return False
    if before == "from" and index > 1 and chunks[index - 2].kind == "instrument":
        # "Put on hold by a decision from February".
        return True
    return before not in DATE_BREAK and not _names_event(chunks, index, before)


def _names_event(chunks: list[Chunk], index: int, before: str) -> bool:
    """Tell the date of a thing ("the Oct. 30 attack", "Friday's hearing") from that of the deed."""
    after = chunks[index + 1] if index + 1 < len(chunks) else None
    if after is None:
        return False
    if _opens_order(chunks, index):
        return False
    if chunks[index].possessive:
        return before not in {"at", "during"}
    owned = (
        before in {"the", "a", "an", "his", "her", "its", "their", "of", "s"} or chunks[index - 1].possessive
    )
    if owned and before != "of" and after.kind in {"word", "instrument", "panel", "court", "jury", "judge"}:
        return True
    if after.lower in OTHER_NOUN | OWN_NOUN and before != "on":
        return True
    return before == "in" and chunks[index].lower.isdigit() and _is_of_crime(chunks, index)


def _is_of_crime(chunks: list[Chunk], index: int) -> bool:
    """ "Orders a new trial in 2014 Reno motel killing": the year is that of the deed."""
    end = index + 1
    named = {"word", "name", "place", "organization"}
    while end < min(len(chunks), index + 6) and chunks[end].kind in named and chunks[end].text != ".":
        end += 1
    return end > index + 1 and chunks[end - 1].lower in CRIMES


def _opens_order(chunks: list[Chunk], index: int) -> bool:
    """ "In his Nov. 19 ruling, Tigar ...", "Monday's ruling rejected": the date is that of the verb."""
    head = next(
        (i for i in range(index + 1, min(len(chunks), index + 4)) if chunks[i].lower in OWN_NOUN), None
    )
    if head is None or any(c.kind not in {"word", "adverb"} for c in chunks[index + 1 : head]):
        return False
    if index <= 3 and chunks[0].lower in {"in", "with"}:
        return True
    return index <= 1 and head + 1 < len(chunks) and chunks[head + 1].kind not in {"prep", "comma"}


def date_of_order(chunks: list[Chunk], at: int, published: str | None) -> str | None:
    """Give the date of an order the sentence only names: "her Nov. 8 gag order", "a ruling in April"."""
    for index in [*range(max(0, at - 4), at), *range(at + 1, min(len(chunks), at + 4))]:
        date = chunks[index].value
        if chunks[index].kind != "date" or not isinstance(date, DateMention):
            continue
        if index > at and _is_of_crime(chunks, index):
            continue  # "his conviction in 2013 arson"
        between = chunks[min(index, at) + 1 : max(index, at)]
        fits = {"word", "adverb"} if index < at else {"prep"}
        if date.direction != "future" and all(c.kind in fits and not is_finite([c], 0) for c in between):
            return date.iso
    return None
