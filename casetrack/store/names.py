"""Names to complete in a shell: short words that the other commands take for a case, a court or a judge.

Completing must never wait, write or fail: a database that is missing, busy, foreign or of another schema
has no names. Every name is of letters, digits and hyphens alone, since shells evaluate what they are given.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from casetrack.store.connect import fold
from casetrack.store.filters import Where

WAIT = 0.05
MOST = 100
COMMON = {"united", "states", "people", "state", "commonwealth", "county", "city", "department"}
"""Words of captions that tell no case from another."""
SHORTEST = 4
PLAIN_RE = re.compile(r"[a-z0-9-]+", re.ASCII)
QUERIES = {
    "case": "select slug from cases where slug like ?1 || '%' escape '\\'"
    " or slug like '%-' || ?1 || '%' escape '\\' order by last_reported desc limit 500",
    "court": "select id from courts where id like ?1 || '%' escape '\\' and id not like 'x-%' order by id",
    "judge": "select name from people where role = 'judge' and fold(name) like '%' || ?1 || '%' escape '\\'"
    " order by name",
}


def suggest_names(path: Path, kind: str, start: str) -> list[str]:
    """Suggest names of a kind (case, court, judge) that begin as typed: at most MOST of them."""
    asked = Where.pattern(start)[1:-1]
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT)) as db:
            db.create_function("fold", 1, fold, deterministic=True)
            found = [str(row[0]) for row in db.execute(QUERIES[kind], (asked,))]
    except (sqlite3.Error, ValueError):
        return []
    names = [name for said in found for name in _short_names(kind, said)]
    wanted = fold(start) or ""
    fitting = [n for n in dict.fromkeys(names) if n.startswith(wanted) and PLAIN_RE.fullmatch(n)]
    return fitting[:MOST]


def _short_names(kind: str, said: str) -> list[str]:
    """Give what a person would type: a slug and the words in it, a court's id, a judge's last name."""
    if kind == "case":
        return [said, *(w for w in said.split("-") if len(w) >= SHORTEST and w not in COMMON)]
    if kind == "judge":
        return re.findall(r"[a-z0-9-]+", fold(said.removesuffix(" Jr.").removesuffix(" Sr.")) or "")[-1:]
    return [said]
