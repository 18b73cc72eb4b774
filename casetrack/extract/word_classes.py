"""The words and kinds of chunk that `grammar` tells apart: nouns, governors, past forms."""

from __future__ import annotations

NOMINAL = frozenset(
    {
        "name",
        "organization",
        "place",
        "judge",
        "court",
        "panel",
        "jury",
        "board",
        "prosecution",
        "instrument",
        "person",
        "word",
        "pronoun",
    }
)
SKIPPED = frozenset({"adverb", "date", "time", "not", "quote"})
LINKING_PREP = frozenset(
    {"of", "in", "on", "for", "from", "at", "with", "by", "over", "to", "between", "near", "against"}
)
FUTURE = frozenset(
    {
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "must",
        "can",
        "shall",
        "won't",
        "won’t",
        "wouldn't",
        "wouldn’t",
        "cannot",
        "can't",
        "can’t",
        "couldn't",
        "couldn’t",
    }
)
DECIDED_TO = frozenset(
    {
        "agreed",
        "agrees",
        "agree",
        "voted",
        "votes",
        "decided",
        "decision",
        "chose",
        "opted",
        "acted",
        "proceeded",
        "went",
        "vote",
        "took",
        "needed",
    }
)
PAST_FORMS = frozenset(
    [
        "said",
        "says",
        "told",
        "wrote",
        "writes",
        "found",
        "held",
        "set",
        "gave",
        "took",
        "made",
        "let",
        "put",
        "cut",
        "sent",
        "threw",
        "struck",
        "shot",
        "sought",
        "brought",
        "heard",
        "ruled",
        "sided",
        "tossed",
        "upheld",
        "overturned",
        "overrode",
        "withdrew",
        "began",
        "met",
        "left",
        "saw",
        "came",
        "went",
        "stood",
        "won",
        "lost",
        "paid",
        "spoke",
        "kept",
        "drew",
        "led",
        "denies",
        "rejects",
        "grants",
        "orders",
        "blocks",
        "rules",
        "upholds",
    ]
)
DURATION = frozenset(
    {
        "less",
        "than",
        "more",
        "about",
        "nearly",
        "under",
        "over",
        "half",
        "hour",
        "hours",
        "minutes",
        "days",
        "day",
    }
    | {"weeks", "week", "barely", "roughly", "some", "afternoon", "morning", "and"}
)
