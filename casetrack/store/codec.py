"""A case report as the bytes that the store keeps of each article, and back.

The bytes are JSON, deflated: a report says in hundreds of words which matter an article tells, and most
of them are short. `WORDS` is what every report says; it primes the packing, so it must never change.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import fields
from typing import Any

from casetrack.models import Attorney, CaseReport, CourtRef, Hearing, Party, Ruling, Source

LEVEL = 1
"""How hard to pack: more takes twice as long and saves a twentieth."""
RAW = -15
"""Deflate without a header, with the widest window."""
WORDS = (
    b'"age":,"aliases":[""],"docket_numbers":["","time":"","purpose":"","location":"","moved_from":"'
    b'"names":["","victims":["","places":["","role":"plaintiff"},"represents":"prosecution"},'
    b'"kind":"government","kind":"organization","status":"held","type":"sentencing","type":"trial",'
    b'"decided_by":"jury","disposition":"denied","disposition":"convicted","disposition":"sentenced",'
    b'"confidence":0.75,"also":[{"start":,"end":,"quote":","rule":"denied.","confidence":0.9}],"movant":"'
    b'{"caption":"United States v. ","kind":"criminal","court":{"id":"","name":"U.S. District Court for the '
    b'Northern District of ","level":"trial","jurisdiction":"us"},"judges":[""],"parties":[{"name":"'
    b'","kind":"person","role":"defendant"}],"attorneys":[{"name":"","represents":"defendant"}],'
    b'"rulings":[{"date":"20","disposition":"granted","subject":"a motion to ","decided_by":"judge",'
    b'"judges":[""],"start":,"end":,"quote":"U.S. District Judge ","rule":"granted.","confidence":0.85}],'
    b'"hearings":[{"date":"20","type":"arraignment","status":"scheduled","start":,"end":,"quote":"'
    b' is scheduled to ","rule":"sentencing.","confidence":0.92}],"charges":["fraud"],"about":["'
)


def pack_report(report: CaseReport) -> bytes:
    """Write a report; absent values are left out."""
    return pack_text(report_text(report))


def report_text(report: CaseReport) -> str:
    """Give a report as JSON."""
    return json.dumps(_plain(report), ensure_ascii=False, separators=(",", ":"))


def pack_text(text: str) -> bytes:
    """Pack the JSON of a report."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW, zdict=WORDS)
    return packer.compress(text.encode()) + packer.flush()


def unpack_text(packed: bytes) -> str:
    """Give the JSON of a report that `pack_report` wrote."""
    return zlib.decompressobj(RAW, zdict=WORDS).decompress(packed).decode()


PLAIN = frozenset({str, int, float})
NAMES: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind))
    for kind in (Attorney, CaseReport, CourtRef, Hearing, Party, Ruling, Source)
}
"""The fields of what a report is made of."""


def _plain(value: Any) -> dict[str, Any]:
    """Give a dataclass as a dict without what is absent, in the order of its fields."""
    found: dict[str, Any] = {}
    for name in NAMES[type(value)]:
        item = getattr(value, name)
        kind = type(item)
        if kind is tuple:
            if item:
                found[name] = item if type(item[0]) in PLAIN else [_plain(part) for part in item]
        elif item is not None:
            found[name] = item if kind in PLAIN else _plain(item)
    return found


def unpack_report(packed: bytes) -> CaseReport:
    """Read a report that `pack_report` wrote."""
    raw = json.loads(unpack_text(packed))
    return CaseReport(
        caption=raw["caption"],
        kind=raw["kind"],
        court=CourtRef(**_with_id(raw["court"])) if raw.get("court") else None,
        docket_numbers=tuple(raw.get("docket_numbers", ())),
        judges=tuple(raw.get("judges", ())),
        parties=tuple(Party(**{**p, "aliases": tuple(p.get("aliases", ()))}) for p in raw.get("parties", ())),
        attorneys=tuple(Attorney(**a) for a in raw.get("attorneys", ())),
        rulings=tuple(_ruling(r) for r in raw.get("rulings", ())),
        hearings=tuple(_hearing(h) for h in raw.get("hearings", ())),
        names=tuple(raw.get("names", ())),
        victims=tuple(raw.get("victims", ())),
        charges=tuple(raw.get("charges", ())),
        places=tuple(raw.get("places", ())),
        about=tuple(raw.get("about", ())),
        reviewed=tuple(raw.get("reviewed", ())),
    )


def _with_id(raw: dict[str, Any]) -> dict[str, Any]:
    return {"id": None, **raw}


def _also(raw: dict[str, Any]) -> tuple[Source, ...]:
    return tuple(Source(**source) for source in raw.get("also", ()))


def _ruling(raw: dict[str, Any]) -> Ruling:
    blank: dict[str, Any] = {"date": None, "subject": None, "movant": None}
    return Ruling(**{**blank, **raw, "judges": tuple(raw.get("judges", ())), "also": _also(raw)})


def _hearing(raw: dict[str, Any]) -> Hearing:
    blank: dict[str, Any] = {"date": None, "time": None, "purpose": None, "location": None}
    return Hearing(**{**blank, **raw, "also": _also(raw)})
