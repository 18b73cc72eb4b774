"""A release in Spanish: who stands accused, by name and age, and no more.

Prosecutors of US cities publish the same release in English and Spanish. Of the Spanish one is read what
makes it the same case: "Ana Porteño, 38, de Ely, es acusada de". Rulings and sessions are not read.
"""

from __future__ import annotations

import re
from functools import cache

from casetrack.extract.captions import caption_of
from casetrack.extract.people import fold
from casetrack.lexicon import alternation, load_table
from casetrack.models import Article, CaseReport, Party

STEMS = ("acusad", "culpable", "condenad", "sentenciad", "imputad", "procesad", "enfrenta")
"""Without one of these no text holds a phrase of lexicon/spanish.toml."""
SHARE = 0.25
"""So many of its words must be those of the language."""
ENOUGH = 12
"""Words a text must have to be told by them."""
WORD_RE = re.compile(r"[^\W\d_]+")
NAME = r"[A-ZÁÉÍÓÚÑ][\w.’'-]+(?:\s+(?:(?:de|del|la|las|los|y)\s+){0,2}[A-ZÁÉÍÓÚÑ][\w.’'-]*){1,4}"
PLACE = r"[A-ZÁÉÍÓÚÑ][\w.’'-]*"
MOST_ACCUSED = 12


def accused_in_spanish(article: Article) -> tuple[CaseReport, ...]:
    """Give the one case of a release in Spanish; none where it is not that or names nobody so."""
    text = article.text[article.body_start : article.body_end]
    if not any(stem in text for stem in STEMS) or not is_spanish(text):
        return ()
    if not _words_re("court").search(text):
        return ()
    found: dict[str, Party] = {}
    for match in _accused_re().finditer(text):
        name = " ".join(match["name"].split())
        found.setdefault(name, Party(name, "person", "defendant", (), int(match["age"])))
    parties = tuple(found.values())[:MOST_ACCUSED]
    if not parties:
        return ()
    caption = caption_of("criminal", parties, None, (), None, home=None)
    town = fold(article.dateline.split(",")[0]).strip() if article.dateline else ""
    return (CaseReport(caption, "criminal", parties=parties, places=(town,) if town else ()),)


def is_spanish(text: str) -> bool:
    """Tell whether a text is Spanish by its small words."""
    words = [word.lower() for word in WORD_RE.findall(text)]
    known = frozenset(load_table("spanish")["language"]["words"])
    return len(words) >= ENOUGH and sum(word in known for word in words) >= SHARE * len(words)


@cache
def _words_re(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(load_table('spanish')[key]['words'])}\b", re.IGNORECASE)


@cache
def _accused_re() -> re.Pattern[str]:
    """Match a name, an age, perhaps a place, and the words by which that person is accused."""
    table = load_table("spanish")
    phrases = [phrase for entry in table["accused"] for phrase in entry["phrases"]]
    between = rf"(?:(?:{alternation(table['between']['words'])}|{PLACE})\b,?\s+){{0,8}}"
    return re.compile(
        rf"(?P<name>{NAME}),\s+(?:de\s+)?(?P<age>\d{{2}}),?\s+{between}{alternation(phrases)}\b"
    )
