"""A case report as JSON text, and back: what the store keeps of each article."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from casetrack.models import Attorney, CaseReport, CourtRef, Hearing, Party, Ruling, Source


def report_to_json(report: CaseReport) -> str:
    """Write a report; absent values are left out."""
    return json.dumps(_lean(asdict(report)), ensure_ascii=False, separators=(",", ":"))


def _lean(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lean(item) for key, item in value.items() if item not in (None, (), [])}
    return [_lean(item) for item in value] if isinstance(value, (list, tuple)) else value


def report_from_json(text: str) -> CaseReport:
    """Read a report that `report_to_json` wrote."""
    raw = json.loads(text)
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
