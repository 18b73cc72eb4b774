"""The notation of docs/output.md, read from the page and held against what a command prints.

`read_page` gives the rules and, for each section headed by a command, the rule its JSON must follow.
`check` gives every disagreement as a path and a sentence; an object must have the keys of its rule and
no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

SECTION_RE = re.compile(r"^### casetrack (.+?)\n.*?^```grammar\n(.*?)^```", re.MULTILINE | re.DOTALL)
TOKEN_RE = re.compile(r'\s*("[^"]*"|\w+|[\[\]{}|*:,=])')
DATE = r"\d{4}(-\d\d(-\d\d)?)?"
PATTERNS = {
    "date": re.compile(DATE),
    "time": re.compile(r"\d\d:\d\d"),
    "instant": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"),
}
PLAIN = {"string": str, "int": int, "offset": int, "number": (int, float), "null": type(None), "bool": bool,
         "object": dict}  # fmt: skip


@dataclass
class Grammar:
    """Rules by name, and the rule of each command."""

    rules: dict[str, Any] = field(default_factory=dict)
    commands: dict[str, str] = field(default_factory=dict)


def read_page(text: str) -> Grammar:
    grammar = Grammar()
    for command, block in SECTION_RE.findall(text):
        tokens = TOKEN_RE.findall(block)
        first = None
        while tokens:
            name, equals = tokens.pop(0), tokens.pop(0)
            assert equals == "=", f"{command}: {name} {equals}"
            first = first or name
            grammar.rules[name] = _read_choice(tokens)
        grammar.commands[command] = str(first)
    return grammar


def _read_choice(tokens: list[str]) -> Any:
    options = [_read_one(tokens)]
    while tokens and tokens[0] == "|":
        tokens.pop(0)
        options.append(_read_one(tokens))
    return options[0] if len(options) == 1 else ("choice", options)


def _read_one(tokens: list[str]) -> Any:
    token = tokens.pop(0)
    if token == "[":
        item = _read_choice(tokens)
        assert [tokens.pop(0), tokens.pop(0)] == ["*", "]"]
        return ("array", item)
    if token == "{":
        keys = {}
        while True:
            key, colon = tokens.pop(0), tokens.pop(0)
            assert colon == ":", f"{key} {colon}"
            keys[key] = _read_choice(tokens)
            if tokens.pop(0) == "}":
                return ("object", keys)
    if token == "bare":
        return ("bare", tokens.pop(0))
    return ("word", token.strip('"')) if token.startswith('"') else ("name", token)


def check(grammar: Grammar, rule: Any, value: Any, path: str = "") -> Iterator[str]:
    kind, inner = rule
    if kind == "choice":
        tries = [list(check(grammar, option, value, path)) for option in inner]
        if all(tries):
            yield min(tries, key=len)[0]
    elif kind == "array":
        if not isinstance(value, list):
            yield f"{path}: {value!r} is no array"
            return
        for number, item in enumerate(value):
            yield from check(grammar, inner, item, f"{path}[{number}]")
    elif kind == "object":
        yield from _check_object(grammar, inner, value, path)
    elif kind == "bare":
        keys = {key: rule for key, rule in grammar.rules[inner][1].items() if key != "schema_version"}
        yield from _check_object(grammar, keys, value, path)
    elif kind == "word":
        if value != inner:
            yield f"{path}: {value!r} is not {inner!r}"
    else:
        yield from _check_name(grammar, inner, value, path)


def _check_object(grammar: Grammar, keys: dict[str, Any], value: Any, path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path}: {value!r} is no object"
        return
    for key in keys.keys() ^ value.keys():
        yield f"{path}: {key} is {'missing' if key in keys else 'not in the grammar'}"
    for key in keys.keys() & value.keys():
        yield from check(grammar, keys[key], value[key], f"{path}.{key}")


def _check_name(grammar: Grammar, name: str, value: Any, path: str) -> Iterator[str]:
    if name in grammar.rules:
        yield from check(grammar, grammar.rules[name], value, path)
    elif name in PATTERNS:
        if not (isinstance(value, str) and PATTERNS[name].fullmatch(value)):
            yield f"{path}: {value!r} is no {name}"
    elif name not in PLAIN:
        yield f"{path}: the grammar knows no {name}"
    elif not isinstance(value, PLAIN[name]) or (isinstance(value, bool) and name != "bool"):
        yield f"{path}: {value!r} is no {name}"
