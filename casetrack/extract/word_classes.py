"""The words and kinds of chunk that `grammar` tells apart: nouns, governors, past forms."""

from __future__ import annotations

HOW_MANY = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
"""How many an article or a number word counts."""
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
ALONG_LINES = frozenset({"along", "ideological", "partisan", "party", "political", "lines"})
"""How a court voted: "voted 5-4 along ideological lines to"."""
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
        "read",
        "ran",
        "fell",
        "froze",
        "forbade",
        "swept",
        "shook",
        "tore",
        "undid",
        "fled",
        "lied",
        "sat",
        "rose",
        "spent",
        "felt",
        "bore",
        "chose",
        "built",
        "bought",
        "caught",
        "thought",
        "fought",
        "sold",
        "swore",
        "broke",
        "flew",
        "grew",
        "knew",
        "drove",
        "rode",
        "hid",
        "hung",
        "stole",
        "woke",
        "wept",
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
        "became",
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
DETERMINER = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "another",
        "any",
        "some",
        "each",
        "every",
        "no",
        "both",
        "all",
        "several",
        "many",
        "most",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "one",
    ]
)
CLAUSE_END = frozenset({";", "because", "after", "while", "although", "saying", "who", "but"})
ANNOUNCING = frozenset({"will", "would", "won't", "won’t", "wouldn't", "wouldn’t"})
LISTABLE = frozenset({"place", "word", "date", "adverb", "name", "organization", "judge", "instrument"})
"""After one of these a comma does not end an object: more of a list may come."""
ASIDE_OF = {"who": ("name", "judge"), "which": ("organization", "place", "court", "panel")}
"""Of what a relative after a comma tells: "for Ohio, which had sued", "to the top court, which upheld it"."""
ASIDE = frozenset(
    {"relative", "det", "prep", "name", "judge", "word", "adverb", "conj", "organization", "place"}
)
"""What may open an aside between commas."""
SPEAKING = frozenset([
    "said", "says", "told", "tells", "believes", "believed", "claimed", "claims", "alleged", "alleges",
    "argued", "argues", "thought", "thinks", "knew", "found", "ruled", "decided", "testified", "feared",
    "agreed", "wrote",
])  # fmt: skip
"""Verbs after which another clause tells what was said."""
MERELY = frozenset({"just", "only", "merely"})
"""After "not" they deny nothing: "did not just dismiss the case"."""
