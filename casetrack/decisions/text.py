"""Decisions as a text file: TOML, a block each in the order they were made, a line for each thing named.

Written the same whatever the machine, so that a file under version control differs where decisions do.
An emptied field is an empty string there.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from casetrack.decisions.fields import check_values
from casetrack.decisions.model import ACTIONS, LINKS, Decision, target_from_plain, target_to_plain
from casetrack.errors import UsageError

VERSION = 1
HEAD = f"""# Decisions of casetrack, in the order they were made. `casetrack decisions load` reads them.
version = {VERSION}
"""
LINES = ("reason", "undone_at")
NEEDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "merge": (("case", "other"),),
    "split": (("case", "other"),),
    "link": (("case", "other"),),
    "alias": (("case",),),
    "add": (("case",),),
    "set": (("fact",), ("case",)),
    "drop": (("fact",),),
    "confirm": (("fact",),),
    "skip": (("fact",), ("case", "other")),
}
"""What each action must be about: all of one of these."""


def write_decisions(decisions: Iterable[Decision]) -> str:
    """Write decisions as text."""
    blocks = [_write_one(decision) for decision in sorted(decisions, key=lambda d: d.order)]
    return "\n".join([HEAD, *blocks])


def _write_one(decision: Decision) -> str:
    lines = ["[[decision]]"]
    lines += [f"{name} = {_quote(getattr(decision, name))}" for name in ("uid", "made_at", "action")]
    lines += [f"{name} = {_quote(value)}" for name in LINES if (value := getattr(decision, name)) is not None]
    target = target_to_plain(decision)
    for name in ("case", "other"):
        lines += _write_list(name, target.get(name, ()))
    fact = target.get("fact", {})
    spans = fact.pop("spans", ())
    if fact:
        lines.append(f"fact = {_write_table(fact)}")
        lines += _write_list("spans", spans)
    if decision.values is not None:
        lines.append(f"values = {_write_table(decision.values)}")
    return "\n".join(lines) + "\n"


def _write_list(name: str, rows: Iterable[Mapping[str, Any]]) -> list[str]:
    listed = [f"  {_write_table(row)}," for row in rows]
    return [f"{name} = [", *listed, "]"] if listed else []


def _write_table(row: Mapping[str, Any]) -> str:
    return "{ " + ", ".join(f"{key} = {_quote(value)}" for key, value in row.items()) + " }"


def _quote(value: str | int | None) -> str:
    """Write a value as TOML does; its strings are those of JSON but for one character."""
    if isinstance(value, int):
        return str(value)
    return json.dumps(value or "", ensure_ascii=False).replace("\x7f", "\\u007f")


def read_decisions(text: str) -> list[Decision]:
    """Read what `write_decisions` wrote, or a person changed.

    Raises:
        ValueError: it is not that; the message says where and what.
    """
    plain = tomllib.loads(text)
    if plain.get("version") != VERSION:
        raise ValueError(f"its version is {plain.get('version')!r}; this casetrack reads {VERSION}")
    decisions: dict[str, Decision] = {}
    for number, block in enumerate(plain.get("decision", ()), 1):
        try:
            decision = _read_one(block)
        except KeyError as error:
            raise ValueError(f"decision {number}: it has no {error.args[0]}") from None
        except (TypeError, AttributeError):
            raise ValueError(f"decision {number}: a value is of the wrong sort") from None
        except (ValueError, UsageError) as error:
            raise ValueError(f"decision {number}: {error}") from None
        if decision.uid in decisions:
            raise ValueError(f"decision {number}: its uid is that of another")
        decisions[decision.uid] = decision
    return list(decisions.values())


def _read_one(block: Mapping[str, Any]) -> Decision:
    target = {name: block[name] for name in ("case", "other") if name in block}
    if "fact" in block:
        target["fact"] = {**block["fact"], "spans": block.get("spans", ())}
    action, fields = str(block["action"]), target_from_plain(target)
    if action not in ACTIONS:
        raise ValueError(f"there is no action {action!r}; there are {', '.join(ACTIONS)}")
    if not any(all(fields.get(name) for name in names) for names in NEEDS[action]):
        raise ValueError(f"it does not say what the {action} is about")
    undone_at = block.get("undone_at")
    return Decision(
        uid=_read_text(block["uid"]),
        made_at=_read_instant(block["made_at"]),
        action=action,
        **fields,
        values=_read_values(action, block.get("values"), fields),
        reason=_read_text(block["reason"]) if "reason" in block else None,
        undone_at=_read_instant(undone_at) if undone_at is not None else None,
    )


def _read_text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no text")
    return value


def _read_instant(value: Any) -> str:
    instant = datetime.fromisoformat(_read_text(value))
    if instant.tzinfo is None:
        raise ValueError(f"{value!r} does not say its offset from UTC")
    return instant.astimezone(UTC).isoformat()


def _read_values(
    action: str, plain: Mapping[str, Any] | None, fields: Mapping[str, Any]
) -> dict[str, str | None] | None:
    """Read the values of a decision as strictly as those that a person types."""
    if plain is None:
        if action in ("link", "alias", "add", "set"):
            raise KeyError("values")
        return None
    values = {str(name): str(value) if value != "" else None for name, value in plain.items()}
    if action == "set":
        return check_values(fields["fact"].kind if "fact" in fields else "case", values)
    if action == "add":
        kind, source = _read_text(values.pop("kind", None)), _read_text(values.pop("source", None))
        if kind not in ("ruling", "hearing"):
            raise ValueError(f"{kind!r} is not one of ruling, hearing")
        return {"kind": kind, **check_values(kind, values), "source": source}
    if action == "link" and values.get("link") not in LINKS:
        raise ValueError(f"{values.get('link')!r} is not one of {', '.join(LINKS)}")
    if action == "alias":
        return {"name": _read_text(values.get("name"))}
    return values
