"""Choose among what the head of a clipping says: one title, one source, one author, one date.

Every function takes the walked `Head` and gives one answer or None. What a labelled field says comes
before what is guessed from where a line stands.
"""

from __future__ import annotations

import re

from casetrack.lexicon import load_table
from casetrack.read.foot import find_foot_date, find_foot_source
from casetrack.read.head import Head
from casetrack.read.lines import is_people, is_person
from casetrack.read.outlets import (
    find_main_office,
    is_district,
    is_federal_office,
    match_office_start,
    match_outlet_shape,
    name_office,
    name_outlet,
    speaks_as_office,
)
from casetrack.read.printed_dates import match_timestamp
from casetrack.read.story import is_headline, is_shouted, is_title_case

NEAR = 2
"""A headline stands within so many lines of the byline or the date."""
PLAIN_HEAD = 8
"""A head of at most so many lines is an article's own, not a page's."""
OFFICE_WORDS = frozenset(
    {"da", "ag", "attorney", "attorney's", "prosecutor", "newscenter", "newsroom", "office"}
)


def choose_title(head: Head) -> str | None:
    """Choose the headline, without the bullet of a list it may stand in."""
    title = _find_title(head)
    return (title.lstrip("•·*▪ ") or None) if title else None


def _find_title(head: Head) -> str | None:
    """Find it: labelled, the page's own, under the release mark, printed twice, or beside byline and date."""
    labelled = _field(head, "title")
    if labelled or head.page_title:
        return labelled or head.page_title
    outlet = _shaped_line(head)
    lines = [at for at in _headlines(head) if at != outlet and not is_district(head.lines[at].text)]
    lines = [at for at in lines if not _is_masthead(head, at, lines)]
    lines = [at for at in lines if _stands_again(head, at)] or lines
    release = _first(head, "release")
    after = [at for at in lines if release is not None and at > release]
    if after:
        return _join_shouted(head, after)
    if not lines:
        return _headed_by_date(head) or _short_title(head, outlet)
    if len(lines) <= 3:
        return head.lines[lines[0]].text
    anchors = [at for at, sign in head.signs.items() if sign.date or sign.author or sign.kind == "release"]
    near = [at for at in lines if any(abs(at - anchor) <= NEAR for anchor in anchors)]
    return head.lines[near[0] if near else lines[-1]].text


SLOGAN_RE = re.compile(
    r"(?:serving|your|proudly|the\svoice)\b.*|.{3,60}\bsince\s(?:1[789]|20)\d\d", re.IGNORECASE
)
STATION_RE = re.compile(
    r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM|DT))?(?:\s(?:\d{1,2}\b|News|Channel|TV|Radio|Action|Eyewitness).*)?"
)
MENU_RE = re.compile(r"(?:[\w’'&+$.-]+(?:\s[\w’'&+$.-]+){0,3}(?:\s{2,}|\s[|>»•·]\s)){2,}.*")
LETTERHEAD_RE = re.compile(
    r"news\sfrom\b.*|office\sof\b.*|(?:the\s)?aclu\sof\s.*|.{3,70}\b(?:attorney|prosecutor|solicitor)[’']s\soffice(?:\s\|.*)?|.{3,60}\sby\s(?:newsroom|admin|staff)",
    re.IGNORECASE,
)
TOP = 3
"""A masthead stands within so many lines from the top."""
SAYS = 5
"""A headline beside a masthead has so many words."""


def _is_masthead(head: Head, at: int, lines: list[int]) -> bool:
    """Tell a paper's name, a station's, its slogan, menu or letterhead from the headline that follows it."""
    if at > TOP or not any(later > at and len(head.lines[later].text.split()) >= SAYS for later in lines):
        return False
    line = head.lines[at].text
    if _is_over_slogan(head, at):
        return True
    shape = line.title() if is_shouted(line) else line
    if len(line.split()) < SAYS and match_outlet_shape(shape):
        return True
    shapes = (SLOGAN_RE, STATION_RE, MENU_RE, LETTERHEAD_RE)
    return any(pattern.fullmatch(line) for pattern in shapes)


def _is_over_slogan(head: Head, at: int) -> bool:
    """Tell a name by what stands under it: "Serving Tule County since 1894"."""
    under = head.lines[at + 1].text if at + 1 < len(head.lines) else ""
    return len(head.lines[at].text.split()) < SAYS and SLOGAN_RE.fullmatch(under) is not None


def _is_outlet(head: Head, at: int) -> bool:
    line = head.lines[at].text
    shaped = bool(match_outlet_shape(line)) and not MENU_RE.fullmatch(line)
    return shaped or (at < TOP and _is_over_slogan(head, at))


def choose_published(head: Head, text: str) -> str | None:
    """Choose the day of publication the text gives."""
    if head.lead_date:
        return head.lead_date
    scored = [(_score_date(head, at), -at, sign.date) for at, sign in head.signs.items() if sign.date]
    best = max((found for found in scored if found[0] > 0), default=None)
    if best:
        return best[2]
    if head.dateline and head.dateline.published:
        return head.dateline.published
    stamp = None if head.listed else match_timestamp(text[: head.body_start], 0)
    if stamp:
        return stamp
    return find_foot_date(text, head.body_start)


def choose_author(head: Head) -> str | None:
    """Choose the byline; a bare name counts on the line before the outlet's."""
    signed = next((head.signs[at].author for at in sorted(head.signs) if head.signs[at].author), None)
    signed = signed or (head.dateline.author if head.dateline else None)
    if signed:
        return signed
    shaped = _shaped_line(head)
    outlets = [at for at, sign in head.signs.items() if sign.kind == "outlet"]
    for at in sorted([*outlets, *([shaped] if shaped is not None else [])]):
        if at - 1 in head.free_lines() and is_person(head.lines[at - 1].text):
            return head.lines[at - 1].text
    return _named_above_date(head)


def _named_above_date(head: Head) -> str | None:
    """Take names on the line above the date, where a headline stands higher up or is labelled."""
    free = set(head.free_lines())
    dated = [at for at, sign in head.signs.items() if sign.date and at - 1 in free and at not in head.listed]
    titled = _field(head, "title") is not None
    if head.site:
        return None
    for at in sorted(dated):
        headed = titled or any(n in free and is_headline(head.lines[n].text) for n in range(at - 1))
        if headed and is_people(head.lines[at - 1].text):
            return head.lines[at - 1].text
    return None


def choose_url(head: Head) -> str | None:
    """Choose the address the header gives."""
    alone = (sign.value for sign in head.signs.values() if sign.kind == "url")
    return _field(head, "url") or next(alone, None)


def choose_source(head: Head, text: str) -> str | None:
    """Choose the outlet or the issuing office."""
    labelled = _field(head, "source")
    if labelled:
        return name_outlet(labelled) or labelled
    if head.dateline and head.dateline.wire:
        return _spell_station(head, head.dateline.wire)
    return (
        _site_source(head, text)
        or _signed_source(head)
        or _released_source(head, text)
        or find_foot_source(text, head.body_start)
    )


def _spell_station(head: Head, mark: str) -> str:
    """Spell a mark out where the head does: "(KNRF)" under "KNRF 6 News at Noon"."""
    lines = (head.lines[at].text for at in head.free_lines())
    spelled = (line for line in lines if line.startswith(f"{mark} ") and match_outlet_shape(line))
    return next((line.partition(" at ")[0] for line in spelled), mark)


def _field(head: Head, name: str) -> str | None:
    values = (sign.value for sign in head.signs.values() if sign.kind == "field" and sign.field == name)
    return next((_unquote(" ".join(value.split())) for value in values if value), None)


def _unquote(value: str) -> str:
    """Drop quotes around a whole value, as in the front matter of a Markdown file."""
    quoted = len(value) > 2 and value[0] in "\"'" and value.endswith(value[0]) and value.count(value[0]) == 2
    return value[1:-1] if quoted else value


def _first(head: Head, kind: str) -> int | None:
    return min((at for at, sign in head.signs.items() if sign.kind == kind), default=None)


def _headlines(head: Head) -> list[int]:
    """Number the lines that can be the headline: any in a plain head, the longer ones on a page."""
    lines = [at for at in head.free_lines() if is_headline(head.lines[at].text)]
    if len(head.before_body()) <= PLAIN_HEAD:
        return lines
    return [at for at in lines if len(head.lines[at].text) >= 25 and len(head.lines[at].text.split()) >= 4]


def _stands_again(head: Head, at: int) -> bool:
    """Tell a headline that another line above the story repeats or ends with, as a trail of links does."""
    line = head.lines[at].text
    others = (head.lines[n].text for n in head.before_body() if n != at)
    return any(other.endswith(line) for other in others)


def _join_shouted(head: Head, lines: list[int]) -> str:
    """Give the first headline under a release mark; one in capitals may take several lines."""
    shouted = [at for at in lines if is_shouted(head.lines[at].text)]
    if not shouted:
        return head.lines[lines[0]].text
    first = last = shouted[0]
    above = head.signs.get(first - 1)
    if above and above.kind == "office" and _goes_on(head, first - 1) and not head.lines[first].gap:
        first -= 1
    while last + 1 in head.before_body() and last + 1 not in head.signs and _goes_on(head, last + 1):
        last += 1
    return " ".join(head.lines[at].text for at in range(first, last + 1))


def _goes_on(head: Head, at: int) -> bool:
    line = head.lines[at].text
    return is_shouted(line) and line[0].isalnum() and line[-1] not in "-–—:" and any(map(str.isalpha, line))


def _headed_by_date(head: Head) -> str | None:
    """Give the headline of "June 5, 2026: Jury convicts two"."""
    return next((head.signs[at].rest for at in sorted(head.signs) if head.signs[at].rest), None)


def _short_title(head: Head, outlet: int | None) -> str | None:
    """Take a headline of two words where a byline or date follows: "Mayor guilty"."""
    first = next((at for at in head.free_lines() if at != outlet), None)
    following = head.signs.get(first + 1) if first is not None else None
    if first is None or first > 1 or not following or not (following.date or following.author):
        return None
    line = head.lines[first].text
    plain = len(line.split()) == 2 and line[-1] not in ".:;," and not any(map(str.isdigit, line))
    return line if plain and not is_person(line) else None


def _score_date(head: Head, at: int) -> int:
    """Weigh a date by its place: none in a list of other stories, most under a label."""
    sign = head.signs[at]
    if (at in head.listed and not sign.labelled) or _is_of_event(head, at):
        return 0
    if sign.updated:
        return 1
    if sign.labelled:
        return 4
    return 3 if sign.rest or _is_beside_title(head, at) else 2


def _is_of_event(head: Head, at: int) -> bool:
    """Tell the date of a hearing among an advisory's fields: "DATE:" beside "TIME:" and "WHERE:"."""
    labels = load_table("outlets")["event_labels"]
    beside = (head.lines[n].text for n in (at - 1, at + 1, at + 2) if 0 <= n < len(head.lines))
    field = head.signs[at].kind == "field"
    return field and any(line.partition(":")[0].casefold() in labels for line in beside if ":" in line)


def _is_beside_title(head: Head, at: int) -> bool:
    around = range(max(0, at - NEAR), at + NEAR + 1)
    if any(head.signs[n].kind == "release" or head.signs[n].author for n in around if n in head.signs):
        return True
    return any(n < len(head.lines) and head.lines[n].text == head.page_title for n in around)


def _shaped_line(head: Head) -> int | None:
    """Find the line of an outlet no table lists: short, beside the byline or date, and not the headline."""
    if len(head.before_body()) > PLAIN_HEAD:
        return None
    free = list(head.free_lines())
    shaped = [at for at in free if _is_outlet(head, at)]
    others = [at for at in free if at not in shaped and is_headline(head.lines[at].text)]
    anchors = [at for at, sign in head.signs.items() if sign.date or sign.author]
    known_title = bool(others or _field(head, "title"))
    near = [at for at in shaped if at == free[0] or any(abs(at - anchor) <= NEAR for anchor in anchors)]
    return near[0] if near and known_title else None


def _site_source(head: Head, text: str) -> str | None:
    """Name the site of a page's title; "DA NewsCenter" is spelled out by the office the page speaks of.

    A department's page may be an office's: "Department of Justice" over "U.S. Attorney's Office".
    """
    if not head.site:
        return None
    known = name_office(head.site) or name_outlet(head.site)
    if known:
        offices = (_with_district(head, at) for at in sorted(head.signs) if head.signs[at].kind == "office")
        return next((name for name in offices if name and is_federal_office(name)), known)
    if OFFICE_WORDS & {word.casefold() for word in head.site.split()}:
        return find_main_office(text) or head.site
    return head.site if is_title_case(head.site) and len(head.site) <= 60 else None


def _signed_source(head: Head) -> str | None:
    """Name the outlet or office by a line of its own or the byline."""
    for kinds in (("outlet", "office"), ("byline", "date", "field")):
        for at in sorted(head.signs):
            sign = head.signs[at]
            if sign.kind in kinds and sign.source and at not in head.listed:
                return _office_below(head, at) or _with_district(head, at)
    shaped = _shaped_line(head)
    if shaped is None:
        return None
    line = head.lines[shaped].text
    return match_outlet_shape(line) or (line.title() if is_shouted(line) else line)


def _office_below(head: Head, at: int) -> str | None:
    """Give the office of a U.S. attorney that is printed right under its department."""
    below = (_with_district(head, line) for line in (at + 1, at + 2) if line in head.signs)
    return next((name for name in below if name and is_federal_office(name)), None)


def _with_district(head: Head, at: int) -> str | None:
    """Join an office and the district printed under it."""
    source = head.signs[at].source
    district = head.lines[at + 1].text if at + 1 < len(head.lines) else ""
    return f"{source}, {district}" if source == "U.S. Attorney's Office" and is_district(district) else source


def _released_source(head: Head, text: str) -> str | None:
    """Name the office that speaks in a release: its first sentence begins with it."""
    if choose_author(head):
        return None
    office = match_office_start(text[head.body_start : head.body_start + 200])
    is_release = _first(head, "release") is not None or _first(head, "navigation") is not None
    return office if office and (is_release or speaks_as_office(text[head.body_start :][:300])) else None
