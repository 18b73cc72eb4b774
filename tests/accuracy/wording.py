"""Words as the scorer compares them: blanks, accents, capitals and signs do not count.

A `Page` is one article with its runs of blanks made one; all offsets of this package count its
characters. Sentences end roughly here, and on purpose not as the program under test ends them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

SENTENCE_END_RE = re.compile(
    r"""
    (?<! [A-Z] )            # an initial or an acronym: "U.S. attorney"
    (?<! \b [A-Z][a-z] )    # a short title: "Mr. Patton"
    [.!?] [”"’]?
    (?: \s | $ )
    """,
    re.VERBOSE,
)
NAME_ENDINGS = frozenset({"jr", "sr", "ii", "iii", "iv", "inc", "co", "corp", "llc"})


class Span(NamedTuple):
    """Half-open offsets into `Page.text`."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


def squeeze(text: str | None) -> str:
    """Make every run of blanks one space, with none at the ends."""
    return " ".join((text or "").split())


def fold(text: str | None) -> str:
    """Leave lower-case ASCII letters and digits, everything else a single space."""
    letters = (c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c))
    return " ".join(re.findall("[a-z0-9]+", "".join(letters).lower()))


def last_name(name: str) -> str:
    """Give the last word of a name, "Jr." and "Inc." aside: enough to compare within one article."""
    words = [word for word in fold(name).split() if word not in NAME_ENDINGS]
    return words[-1] if words else ""


COURT_WORDS = frozenset({"of", "the", "for", "in", "and", "court", "county", "state"})
ORDINALS = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth",
    "7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth", "11th": "eleventh",
}  # fmt: skip


def is_same_court(one: str | None, other: str | None) -> bool:
    """Tell whether two names of a court are one: "Circuit Court of Cook County", "Cook County Circuit Court,
    Illinois". One may say more than the other, never something else."""
    words, others = _court_words(one), _court_words(other)
    return bool(words and others) and (words <= others or others <= words)


def _court_words(name: str | None) -> frozenset[str]:
    words = fold(name).replace("united states", "us").replace("u s ", "us ").split()
    return frozenset(ORDINALS.get(word, word) for word in words) - COURT_WORDS


@dataclass(frozen=True)
class Page:
    """One article, squeezed."""

    text: str

    @cached_property
    def breaks(self) -> list[Span]:
        return [Span(*match.span()) for match in SENTENCE_END_RE.finditer(self.text)]

    def find(self, words: str | None) -> Span | None:
        """Give where words stand first, or None."""
        wanted = squeeze(words)
        start = self.text.find(wanted) if wanted else -1
        return Span(start, start + len(wanted)) if start >= 0 else None

    def widen(self, span: Span) -> Span:
        """Give the sentence, or the sentences, that hold a span."""
        before = bisect_right(self.breaks, span.start, key=lambda found: found.end)
        after = bisect_left(self.breaks, span.end, key=lambda found: found.start)
        start = self.breaks[before - 1].end if before else 0
        end = self.breaks[after].end if after < len(self.breaks) else len(self.text)
        return Span(start, end)
