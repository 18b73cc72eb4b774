"""Bytes to an `Article`: decode, clean, and read the head of the clipping.

The stages, in order: bytes to final text (`decode`), lines to signs (`lines`, `dateline`, `outlets`,
`printed_dates`), signs to a head (`head`, `story`), the head to one title, source, author and date
(`choose`, `foot`); where the story ends is for `story_end`. What a JSON line says of its article comes
before what the text says; the text before the file's name, the file's name before the date given for the
run. No clock, no disk.
"""

from __future__ import annotations

import hashlib

from casetrack.errors import InputError
from casetrack.models import Article
from casetrack.read.choose import choose_author, choose_published, choose_source, choose_title, choose_url
from casetrack.read.decode import BinaryError, clean_text, decode_text
from casetrack.read.head import read_head
from casetrack.read.printed_dates import date_of_file, parse_date
from casetrack.read.story_end import find_body_end
from casetrack.sources import RawInput

__all__ = ["read_article"]


def read_article(raw: RawInput, default_date: str | None = None) -> Article:
    """Read one article.

    Args:
        default_date: ISO date for an article whose text and file name give none.

    Raises:
        InputError: the bytes are no text, or hold nothing to read.
    """
    try:
        text = decode_text(raw.data)
    except BinaryError as error:
        raise InputError(raw.path, str(error)) from error
    if not text.strip():
        raise InputError(raw.path, "it is empty")
    head = read_head(text)
    given = {key: value for key in raw.meta if (value := _clean(raw.meta[key]))}
    return Article(
        text=text,
        sha256=hashlib.sha256(raw.data).hexdigest(),
        path=raw.path,
        title=given.get("title") or choose_title(head),
        source=given.get("source") or choose_source(head, text),
        author=given.get("author") or choose_author(head),
        url=given.get("url") or choose_url(head),
        dateline=head.dateline.place if head.dateline else None,
        published=parse_date(given.get("date", ""))
        or choose_published(head, text)
        or date_of_file(raw.path)
        or default_date,
        body_start=head.body_start,
        body_end=find_body_end(text, head.body_start),
    )


def _clean(value: str) -> str:
    return " ".join(clean_text(value).split())
