"""The extraction record: one JSON object an article, as `casetrack extract` prints it."""

from __future__ import annotations

from typing import Any

from casetrack.models import CaseReport, Hearing, Report, Ruling, Source


def report_to_dict(report: Report) -> dict[str, Any]:
    """Give the report as plain values, keys in the documented order."""
    article = report.article
    return {
        "path": article.path,
        "sha256": article.sha256,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "url": article.url,
        "dateline": article.dateline,
        "published": article.published,
        "cases": [case_to_dict(case) for case in report.cases],
    }


def case_to_dict(case: CaseReport) -> dict[str, Any]:
    """Give one case as plain values."""
    return {
        "caption": case.caption,
        "kind": case.kind,
        "court": {"id": case.court.id, "name": case.court.name} if case.court else None,
        "docket_numbers": list(case.docket_numbers),
        "judges": list(case.judges),
        "parties": [
            {"name": p.name, "kind": p.kind, "role": p.role, "aliases": list(p.aliases), "age": p.age}
            for p in case.parties
        ],
        "attorneys": [{"name": a.name, "represents": a.represents} for a in case.attorneys],
        "rulings": [_ruling_to_dict(ruling) for ruling in case.rulings],
        "hearings": [_hearing_to_dict(hearing) for hearing in case.hearings],
        "names": list(case.names),
        "victims": list(case.victims),
        "charges": list(case.charges),
    }


def _ruling_to_dict(ruling: Ruling) -> dict[str, Any]:
    return {
        "date": ruling.date,
        "disposition": ruling.disposition,
        "subject": ruling.subject,
        "movant": ruling.movant,
        "decided_by": ruling.decided_by,
        "judges": list(ruling.judges),
        "start": ruling.start,
        "end": ruling.end,
        "quote": ruling.quote,
        "rule": ruling.rule,
        "confidence": ruling.confidence,
        "also": [_source_to_dict(source) for source in ruling.also],
    }


def _hearing_to_dict(hearing: Hearing) -> dict[str, Any]:
    return {
        "date": hearing.date,
        "time": hearing.time,
        "type": hearing.type,
        "status": hearing.status,
        "purpose": hearing.purpose,
        "location": hearing.location,
        "moved_from": hearing.moved_from,
        "start": hearing.start,
        "end": hearing.end,
        "quote": hearing.quote,
        "rule": hearing.rule,
        "confidence": hearing.confidence,
        "also": [_source_to_dict(source) for source in hearing.also],
    }


def _source_to_dict(source: Source) -> dict[str, Any]:
    return {
        "start": source.start,
        "end": source.end,
        "quote": source.quote,
        "rule": source.rule,
        "confidence": source.confidence,
    }
