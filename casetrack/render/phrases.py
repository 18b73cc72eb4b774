"""What tables and the docket say in the same words: who decided, where it was reported, which style."""

from __future__ import annotations

from collections.abc import Sequence

from casetrack.render.text import clean_line, spell
from casetrack.store.day_rows import PlacedRow
from casetrack.store.rows import HearingRow, RulingRow, SourceRow

DISPOSITION_STYLES = {
    "granted": "green",
    "granted_in_part": "yellow",
    "denied": "red",
    "dismissed": "magenta",
    "affirmed": "green",
    "reversed": "red",
    "vacated": "magenta",
    "remanded": "yellow",
    "stayed": "yellow",
    "enjoined": "yellow",
    "lifted": "cyan",
    "ordered": "blue",
    "convicted": "red",
    "acquitted": "green",
    "mistrial": "magenta",
    "sentenced": "red",
    "recused": "magenta",
}
STATUS_STYLES = {"scheduled": "bold cyan", "postponed": "yellow", "cancelled": "dim", "held": ""}
BODIES = {
    "judge": "",
    "other": "",
    "panel": "a panel",
    "jury": "the jury",
    "supreme court": "the Supreme Court",
}


def name_decider(ruling: RulingRow) -> str:
    """Name the judges who decided, else the body; nothing for a judge whom nobody names."""
    if ruling.judges and ruling.decided_by != "jury":
        return ", ".join(ruling.judges)
    return BODIES.get(ruling.decided_by, f"the {ruling.decided_by}")


def name_outlet(source: SourceRow) -> str:
    """Name where a sentence was printed: the outlet, else the file."""
    return source.source or source.path.rpartition("/")[2]


def cite_source(source: SourceRow) -> str:
    """Name the outlet and the day."""
    return f"{name_outlet(source)} {source.published}" if source.published else name_outlet(source)


def cite_sources(sources: Sequence[SourceRow]) -> str:
    """Name the first article that reports a fact and count the others."""
    if not sources:
        return ""
    others = len({source.article_id for source in sources}) - 1
    return cite_source(sources[0]) + (f" and {count(others, 'other article')}" if others else "")


def cite_fact(fact: RulingRow | HearingRow) -> str:
    """Name the articles that report a fact, or the person's source, and what of it a person set."""
    return " · ".join(filter(None, (cite_sources(fact.sources), say_by_hand(fact))))


def say_by_hand(fact: RulingRow | HearingRow) -> str:
    """Say what of a fact is a person's: all of it, with the source that was named, or some fields."""
    entered = f"entered by a person: {fact.entered}" if fact.entered else ""
    corrected = ", ".join(spell(name) for name in fact.corrected)
    by_hand = f"{corrected} set by a person" if corrected else ""
    return " · ".join(filter(None, (entered, by_hand)))


def count(number: int, noun: str) -> str:
    """Say a number of things: `1 article`, `2 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def hearing_style(hearing: HearingRow) -> str:
    """Give the style of a hearing's status."""
    return STATUS_STYLES.get(hearing.status, "")


def ruling_style(ruling: RulingRow) -> str:
    """Give the style of a ruling's disposition."""
    return DISPOSITION_STYLES.get(ruling.disposition, "")


def say_type(hearing_type: str) -> str:
    """Say the type of a hearing so that it stands alone: `bail hearing`, `trial`, `oral argument`."""
    alone = ("arraignment", "initial_appearance", "status_conference", "oral_argument", "jury_selection")
    if hearing_type in (*alone, "trial", "sentencing"):
        return spell(hearing_type)
    return "hearing" if hearing_type == "other" else f"{spell(hearing_type)} hearing"


def quote_briefly(sources: Sequence[SourceRow], limit: int = 160) -> str:
    """Quote the first sentence that reports a fact, cut at a word when it is long."""
    if not sources:
        return ""
    quote = clean_line(sources[0].quote)
    if len(quote) > limit:
        quote = quote[:limit].rpartition(" ")[0] + " …"
    return f"“{quote}”"


def say_placed(placed: PlacedRow) -> str:
    """Say in a line which case an article went to and why."""
    if placed.case_id is None:
        return f"Took {placed.path}: it reports no case"
    case = f"Took {placed.path}: case {placed.case_id} ({placed.caption})"
    reasons = ", ".join(placed.reasons)
    if placed.tied_to is not None:
        return f"{case}, joined to {placed.tied_to} with score {placed.score:.2f}: {reasons}"
    return f"{case}: {reasons or 'nothing that was there is alike enough'}"
