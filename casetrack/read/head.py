"""The head of a clipping: title, source, author, date and dateline, and where the story begins.

`read_head` walks the lines from the top, collects what each says (`lines.py`) until prose begins
(`story.py`), and then chooses: a labelled date before one beside the title, a wire's mark before a page's
name. Dates in a list of other stories are never the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from casetrack.read.dateline import Dateline, match_dateline
from casetrack.read.lines import Line, Sign, find_label_date, read_author_line, read_sign, split_lines
from casetrack.read.outlets import fold, match_outlet_shape, name_office, name_outlet, split_page_title
from casetrack.read.pictures import is_caption, is_credit
from casetrack.read.printed_dates import (
    PrintedDate,
    find_printed_date,
    match_printed_date,
    strip_date_noise,
)
from casetrack.read.story import is_loose, is_open, is_prose

MAX_LINES = 600
"""A head longer than this many lines is no head."""
LEAD_RE = re.compile(r"\s{0,3}(?:[Dd]ate:? {1,2})(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![\w-])[ ]{0,3}")
OTHER_FIELD_RE = re.compile(r"[A-Z][A-Za-z ]{1,20}: \S.{0,120}")
DASH_AFTER_RE = re.compile(r" ?(?:[—–]| -{1,2} |:) ?")
SUMMARY, SHORT_SUMMARY = 300, 140
"""A sentence above the byline is at most so long; right above a bare date, so short."""
ABOVE = 6
"""So many lines may stand between a summary and the byline or date under it."""
TIMELINE = 30
"""So many lines are looked at for a second day that begins a line."""
NARROW = 60
"""Lines of a margin narrower than that of `story.is_prose` are no longer than this."""
LATER_DATELINE = 4
"""So many paragraphs (captions, a summary) may stand before the dateline."""


@dataclass(slots=True)
class Head:
    """What was read so far; `body_start` is the offset of the story, `body` its number among `lines`."""

    lines: Sequence[Line]
    signs: dict[int, Sign] = field(default_factory=dict)
    body: int | None = None
    body_start: int = 0
    dateline: Dateline | None = None
    lead_date: str | None = None
    site: str | None = None
    page_title: str | None = None
    listed: set[int] = field(default_factory=set)

    def before_body(self) -> range:
        return range(len(self.lines) if self.body is None else self.body)

    def free_lines(self) -> Iterator[int]:
        """The lines before the story that say nothing: headlines, navigation, names."""
        return (at for at in self.before_body() if at not in self.signs and at not in self.listed)


def read_head(text: str) -> Head:
    """Walk the lines of an article up to its story."""
    start, lead_date = _match_lead(text)
    head = Head(list(split_lines(text, start, MAX_LINES)), lead_date=lead_date)
    _read_page_title(head)
    _walk(head, text)
    _find_body_start(head, text)
    _mark_lists(head)
    return head


def _match_lead(text: str) -> tuple[int, str | None]:
    """Match the date before a story on its first line: " date 2017-05-04 BROOKLYN, N.Y. (CN) — ..."."""
    lead = LEAD_RE.match(text)
    dated = find_printed_date(lead["iso"]) if lead else None
    if not lead or not dated:
        return 0, None
    rest = text[lead.end() : lead.end() + 40].partition("\n")[0]
    return (lead.end(), dated.iso) if strip_date_noise(rest) else (0, None)


def _read_page_title(head: Head) -> None:
    """Split a first line "Headline - Site" when the headline comes again, as on a scraped page."""
    first = head.lines[0].text if head.lines else ""
    if first.count(" > ") >= 2:
        site = first.partition(" > ")[0]
        sign = read_sign(site)
        head.site = None if ":" in site or (sign and sign.kind == "navigation") else site
        head.signs[0] = Sign("navigation")
        return
    cuts: list[tuple[str, str]] = []
    cut = split_page_title(first)
    while cut and len(cuts) < 4:
        cuts.append(cut)
        cut = split_page_title(cut[0])
    again = [title for title, _ in cuts if _comes_again(head, title)]
    known = [
        title for title, site in cuts if name_office(site) or name_outlet(site) or match_outlet_shape(site)
    ]
    if again or known:
        head.page_title, head.site = (again or known)[-1], cuts[0][1]
        head.signs[0] = Sign("navigation")


def _comes_again(head: Head, title: str) -> bool:
    wanted = fold(title)
    return len(wanted) >= 12 and any(
        wanted == found
        or (len(wanted) >= 40 and found.startswith(wanted))
        or wanted in found.partition(": ")[2]
        for found in (fold(line.text) for line in head.lines[1:200] if len(line.text) <= 400)
    )


def _walk(head: Head, text: str) -> None:
    """Read every line until the story begins."""
    in_fields = True
    pending: str | None = None
    for at, line in enumerate(head.lines):
        if at in head.signs:
            continue
        sign = _take_pending(pending, line) or read_sign(line.text)
        dateline = None if sign else match_dateline(text, line.start)
        if sign is None and dateline is None:
            sign = _read_picture(head, at)
        pending = sign.field if sign and sign.kind == "label" else None
        believed = _check_field(head, at, sign, at == 0 or (in_fields and not line.gap))
        if sign and not believed:
            dateline = match_dateline(text, line.start)
        sign = believed
        in_fields = in_fields and sign is not None and sign.kind in ("field", "contact", "rule")
        if sign.kind == "advisory" if sign else _begins_story(head, at, text, dateline):
            head.body = at
            return
        if sign:
            head.signs[at] = sign


def _read_picture(head: Head, at: int) -> Sign | None:
    return Sign("picture") if is_credit(head.lines[at].text) or is_caption(head.lines, at) else None


def _take_pending(label: str | None, line: Line) -> Sign | None:
    """Read the line under a label: the date under "Published", the name under "Author"."""
    if label in ("date", "updated"):
        dated = find_label_date(line.text) if len(line.text) <= 60 else None
        return Sign("date", date=dated.iso, updated=label == "updated", labelled=True) if dated else None
    return read_author_line(line.text) if label == "author" else None


def _check_field(head: Head, at: int, sign: Sign | None, in_fields: bool) -> Sign | None:
    """Believe "Title:" and "Source:" only in a block of header lines, and a strange label only there."""
    if sign is None and in_fields and at >= 2 and OTHER_FIELD_RE.fullmatch(head.lines[at].text):
        return Sign("field")
    if sign and sign.kind == "field" and sign.field in ("title", "source", "url") and not in_fields:
        return None
    return sign


def _begins_story(head: Head, at: int, text: str, dateline: Dateline | None) -> bool:
    line = head.lines[at]
    dateline = dateline or _match_dated_start(head, at, text)
    if dateline:
        head.dateline = dateline
        return True
    if not is_prose(head.lines, at):
        return False
    return not (len(line.text) <= SUMMARY and _is_above_byline(head, at))


def _match_dated_start(head: Head, at: int, text: str) -> Dateline | None:
    """Match "May 4, 2017 – A jury" and "May 4, 2017 BROOKLYN, N.Y. (CN) — A jury"; no timeline."""
    line = head.lines[at]
    dated = _starting_date(line)
    later = (_starting_date(other) for other in head.lines[at + 1 : at + 1 + TIMELINE])
    if not dated or any(other and other.iso != dated.iso for other in later):
        return None
    after = line.start + dated.end
    rest = match_dateline(text, after + 1) if text[after : after + 1] == " " else None
    if rest:
        return replace(rest, published=rest.published or dated.iso)
    dash = DASH_AFTER_RE.match(text, after)
    return Dateline(None, None, dated.iso, dash.end()) if dash else None


def _starting_date(line: Line) -> PrintedDate | None:
    return match_printed_date(line.text[:40]) if len(line.text) >= 60 else None


def _is_above_byline(head: Head, at: int) -> bool:
    """Tell a headline with a full stop, or a summary under the headline, by the byline or date below.

    Captions and a page's own notices may stand between, paragraphs not, nor a list of other stories.
    """
    if head.lead_date or any(sign.date for sign in head.signs.values()):
        return False
    signed = any(sign.author for sign in head.signs.values())
    for below in range(at + 1, min(at + 1 + ABOVE, len(head.lines))):
        line = head.lines[below]
        sign = read_sign(line.text)
        if (sign is None and len(line.text) > SUMMARY) or (sign and sign.kind == "list"):
            return False
        if sign and ((sign.author and not signed) or (sign.date and sign.labelled)):
            return below <= at + 2 or _is_story_below(head, below)
        if sign and sign.kind == "date" and not sign.rest:
            if head.lines[below - 1].text.endswith(":"):
                return False
            short = len(head.lines[at].text) <= SHORT_SUMMARY and below == at + 1 and not line.gap
            return short or (_is_only_date(head, sign.date) and _is_story_below(head, below))
    return False


def _is_story_below(head: Head, at: int) -> bool:
    return any(is_prose(head.lines, n) for n in range(at + 1, min(at + 1 + ABOVE, len(head.lines))))


def _is_only_date(head: Head, iso: str | None) -> bool:
    """Tell the day of publication from the days of a timeline: no other stands alone on a line."""
    signs = (read_sign(line.text) for line in head.lines if len(line.text) <= 60)
    return {sign.date for sign in signs if sign and sign.kind == "date" and not sign.rest} == {iso}


def _find_body_start(head: Head, text: str) -> None:
    if head.body is None:
        _settle_without_prose(head)
    if head.body is None:
        return
    if head.dateline is None and head.body < len(head.lines):
        _look_for_later_dateline(head, text)
    if head.dateline:
        head.body_start = head.dateline.end
        return
    _step_back(head)
    head.body_start = head.lines[head.body].start


def _settle_without_prose(head: Head) -> None:
    """Where no line reads like prose, the story is what follows the last sign, or the first plain line."""
    plain = [at for at in range(len(head.lines)) if at not in head.signs]
    long = [at for at in plain if len(head.lines[at].text) >= 60 and head.lines[at].text[-1] in '."”']
    if long:
        head.body = long[0]
    elif plain:
        last_sign = max(head.signs, default=-1)
        after = [at for at in plain if at > last_sign]
        head.body = after[0] if after else plain[-1]
    if head.body is None:
        head.body_start = head.lines[-1].end if head.lines else 0


def _look_for_later_dateline(head: Head, text: str) -> None:
    """Pass over captions and a summary before "RENO, Nev. (AP) — A jury"."""
    body = head.body or 0
    for at in range(body + 1, min(body + LATER_DATELINE, len(head.lines))):
        found = match_dateline(text, head.lines[at].start)
        if found:
            head.body, head.dateline = at, found
            return


def _step_back(head: Head) -> None:
    """Begin where a sentence begins that a scraper broke: "District Attorney / Ada Finch / said"."""
    at = head.body or 0
    if not is_loose(head.lines[at].text):
        _step_back_over_margin(head)
        return
    for earlier in range(at - 1, max(at - 5, -1), -1):
        line = head.lines[earlier]
        sign = head.signs.get(earlier)
        broken = head.lines[earlier + 1].gap or len(line.text) > 100
        if broken or (sign and sign.kind != "office") or _is_title(head, line):
            break
        head.body = earlier
    _step_back_over_margin(head)


def _step_back_over_margin(head: Head) -> None:
    """Begin where lines broken at a narrow margin begin, not at the first that closes a long sentence."""
    at = head.body or 0
    while at and len(head.lines[at].text) <= NARROW and not head.lines[at].gap and at - 1 not in head.signs:
        at -= 1
    run = [line.text for line in head.lines[at : head.body]]
    if len(run) >= 2 and sum(map(is_open, run)) >= len(run) / 2:
        head.body = at


def _is_title(head: Head, line: Line) -> bool:
    return head.page_title is not None and fold(line.text) == fold(head.page_title)


def _mark_lists(head: Head) -> None:
    """Mark the lines of a list of other stories: its heading, a date soon after, up to a sign of our own."""
    listing = False
    for at in head.before_body():
        sign = head.signs.get(at)
        if sign and sign.kind == "list":
            near = (head.signs.get(n) for n in range(at + 1, at + 4))
            listing = any(other and other.date and not other.labelled for other in near)
            listing = listing and not _heads_own_date(head, at)
        elif listing and (
            (sign and (sign.kind == "release" or sign.labelled)) or _is_title(head, head.lines[at])
        ):
            listing = False
        if listing:
            head.listed.add(at)


def _heads_own_date(head: Head, at: int) -> bool:
    """Tell "More News:" over the article's own date and headline, the list itself being elsewhere."""
    sign = head.signs.get(at + 1)
    dates = [n for n, other in head.signs.items() if n > at and other.date and not other.labelled]
    return sign is not None and sign.date is not None and dates == [at + 1]
