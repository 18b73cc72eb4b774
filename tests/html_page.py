"""A page and a picture as a browser would take them apart."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


class Page(HTMLParser):
    """The cells of all tables of a page, by rows; `tags` are all elements there are, `text` all words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: dict[str, list[dict[str, str | None]]] = {}
        self.inside = False
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.setdefault(tag, []).append(dict(attrs))
        if tag == "tr":
            self.rows.append([])
        self.inside = tag in ("td", "th") or (self.inside and tag == "a")
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.inside:
            self.rows[-1][-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")


def svg_words(text: str) -> str:
    """The words of a picture, blanks as blanks; it must be XML, with no tag that could act."""
    root = ElementTree.fromstring(text)
    tags = {element.tag for element in root.iter()}
    known = ("svg", "title", "style", "defs", "clipPath", "rect", "g", "text")
    assert tags <= {SVG + name for name in known}
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name.endswith("href")]
    assert "@import" not in text
    assert "@font-face" not in text
    assert not re.search(r"url\((?!#)", text)
    return "\n".join("".join(element.itertext()) for element in root.iter(SVG + "text")).replace("\xa0", " ")
