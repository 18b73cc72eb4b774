"""The firm that stands accused beside its owner: "Ann Porter and her company, Acme Inc., were charged"."""

from __future__ import annotations

from collections.abc import Sequence

from casetrack.extract.chunks import Chunk

FIRMS = frozenset({"company", "firm", "business", "corporation", "nonprofit", "charity", "companies"})
OWNED = frozenset({"his", "her", "their"})
NEAR = 6


def find_owner(chunks: Sequence[Chunk], at: int) -> tuple[int, int] | None:
    """Give where the owner and the firm are named of which a subject speaks, None for any other subject.

    The subject is either the firm's name, or what it is called: "her company".
    """
    near = range(at, max(1, at - NEAR), -1)
    firm = next((i for i in near if chunks[i].lower in FIRMS), None)
    body = at if chunks[at].kind == "organization" else at + 2
    if firm is None or (body > at and firm != at):
        return None
    if body >= len(chunks) or chunks[body].kind != "organization":
        return None
    own = next((i for i in range(firm - 1, max(1, firm - 4), -1) if chunks[i].lower in OWNED), None)
    if own is None or chunks[own - 1].lower != "and":
        return None
    named = next((i for i in range(own - 2, max(-1, own - 6), -1) if chunks[i].kind == "name"), None)
    return None if named is None else (named, body)
