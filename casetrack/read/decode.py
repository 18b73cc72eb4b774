"""Bytes to clean text.

UTF-8 is tried first, then UTF-16 and UTF-32 by their marks or their zeros, then Windows-1252 where
its letters make sense, and only then is charset-normalizer asked. The text that comes out has `\\n`
for every line break, plain spaces, and no character that is invisible or controls a terminal; it is
final, and every offset of the program counts in it. Does not look at what the text says.
"""

from __future__ import annotations

import codecs
import re

BINARY_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
)
# The longer mark first: UTF-16's is the beginning of UTF-32's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 64 * 1024
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r"))
PLAIN = bytes(range(32, 127)) + b"\n"
MAX_CONTROLS = 0.02

BREAK_RE = re.compile("[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
SPACE_RE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphen, zero-width characters, marks of writing direction, byte order mark, C0 and C1 controls, and
# the two private characters that mark what a search found.
INVISIBLE_RE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000\ue001]"
)
WINDOWS = "casetrack-windows"
"""The name of the handler that reads stray bytes in UTF-8 as Windows-1252."""
SURROGATE_RE = re.compile("[\ud800-\udfff]")
CLEANED = ((BREAK_RE, "\n"), (SPACE_RE, " "), (INVISIBLE_RE, ""), (SURROGATE_RE, "\ufffd"))

# What Windows-1252 brings besides letters: quotes, dashes, signs of a newspaper page.
TYPOGRAPHIC = frozenset(
    bytes({*range(0x80, 0xC0), 0xD7, 0xF7} - {0x81, 0x8A, *range(0x8C, 0x91), *range(0x9A, 0xA0)}).decode(
        "cp1252"
    )
)
FOREIGN_RE = re.compile("[^\x00-\x7f]")


class BinaryError(ValueError):
    """The bytes are no text; the message says what they seem to be."""


def decode_text(data: bytes) -> str:
    """Decode and clean the bytes of one article.

    Raises:
        BinaryError: the bytes are no text.
    """
    return clean_text(_decode(data))


def clean_text(text: str) -> str:
    """Normalise line breaks and spaces and drop what cannot be seen. Doing it twice changes nothing."""
    odd = text.encode("utf-8", "surrogatepass").translate(None, PLAIN).decode("utf-8", "surrogatepass")
    if odd.isprintable():
        return text  # no break but "\n", no blank but " ", and nothing that cannot be seen
    text = text.replace("\r\n", "\n")
    for pattern, plain in CLEANED:
        if pattern.search(odd):
            # Piece by piece, as the engine holds every match of a text until it is through it.
            pieces = (text[at : at + SAMPLE] for at in range(0, len(text), SAMPLE))
            text = "".join([pattern.sub(plain, piece) for piece in pieces])
    return text


def _decode(data: bytes) -> str:
    for magic, what in BINARY_MAGIC:
        if data.startswith(magic):
            raise BinaryError(f"{what}, not plain text")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _without_mark(data, encoding)
    wide = _guess_wide(data)
    if wide:
        return data.decode(wide, "replace")
    _refuse_controls(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mend_utf8(data) or _decode_legacy(data)


def _without_mark(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, "replace")
    if encoding != "utf-8-sig":
        if text.count("\ufffd") > len(text) * MAX_CONTROLS + 1:
            raise BinaryError("a binary file, not plain text")
        return text
    _refuse_controls(data)
    return text


def _guess_wide(data: bytes) -> str | None:
    """Name UTF-16 without a mark: for English, every second byte is zero."""
    sample = data[: SAMPLE - SAMPLE % 2]
    if 0 not in sample:
        return None
    half = len(sample) // 2
    if half < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.7 * half and others <= 0.02 * half:
            return encoding
    return None


def _refuse_controls(data: bytes) -> None:
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if controls > 2 and controls > len(sample) * MAX_CONTROLS:
        raise BinaryError("a binary file, not plain text")


def _mend_utf8(data: bytes) -> str | None:
    """Read UTF-8 with a few stray bytes: a cut file, or a quotation pasted in from Windows."""
    kept = data.decode("utf-8", "ignore")
    read = kept.encode()
    good = len(kept) - len(kept.encode("ascii", "ignore"))
    stray = len(data) - len(read)
    if good and stray <= 3 and data.startswith(read):
        return kept
    return data.decode("utf-8", WINDOWS) if good >= 4 * stray else None


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252: the handler of an error, as `codecs` calls it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(WINDOWS, _as_windows)


def _decode_legacy(data: bytes) -> str:
    """Read bytes of one byte a character, or of an Asian encoding."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if _looks_western(text):
        return text
    return _detect(data) or text


def _looks_western(text: str) -> bool:
    """Tell whether the letters beyond ASCII stand where Western words have them.

    MacRoman read as Windows-1252 gives "defendantÕs"; Cyrillic gives words of accents alone.
    """
    foreign = 0
    for found in FOREIGN_RE.finditer(text, 0, SAMPLE):
        letter = found[0]
        foreign += 1
        if letter in TYPOGRAPHIC:
            continue
        before = text[found.start() - 1 : found.start()]
        if not letter.isalpha() or (letter.isupper() and before.islower()):
            return False
    return foreign <= 0.15 * min(len(text), SAMPLE) + 2


def _detect(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return None
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        return None
