"""The mandates of the features on the mandate language: a board, and what a feature says that its mandate says.

Each sentence of the features stands for some TOML: mostly a clause with one duty. All go onto one small board with
three members, two sides, a few roles and a few acts of its own.
"""

import re
from collections.abc import Iterable

from tests.kit.sayings import SAYINGS

__all__ = ["ACTS", "board"]

ACTS = {
    "risk-review": "risk review",
    "training": "training",
    "declaration": "declaration of interests",
    "contribution": "contribution",
    "complaint": "complaint",
    "answer": "answer",
    "consent": "consent of all to short notice",
    "urgent-decision": "urgent decision",
    "ratification": "ratification",
    "handover": "handover",
    "newsletter": "newsletter",
    "nomination": "nomination",
    "approval": "approval",
}
"""What this board's mandate has names of its own for."""

_PERSONS = {"board": "Member of the board", "employer-representative": "Representative of the employer",
            "worker-representative": "Representative of the workers"}  # fmt: skip
_PERSON = {"chair": "Chair", "vice-chair": "Vice chair", "secretary": "Secretary", "treasurer": "Treasurer",
           "adjuster": "Adjuster"}  # fmt: skip

_HEAD = """
governance = 1
version = "1"
title.en = "The mandate of the board"
[in_force]
from = {begins}
[network]
key = "vux"
name = {{ sv = "Styrelsen", en = "The board" }}
time_zone = "Europe/Stockholm"
registry_address = "office@example.org"
[principal]
key = "owners"
name = {{ sv = "Ägarna", en = "The owners" }}
[[organisation]]
key = "auditors"
name = {{ sv = "Revisorerna", en = "The auditors" }}
[[meeting_kind]]
key = "network"
name = {{ sv = "Ordinarie möte", en = "Ordinary meeting" }}
[[meeting_kind]]
key = "principals"
name = {{ sv = "Extra möte", en = "Extraordinary meeting" }}
[[side]]
key = "employer"
name = {{ sv = "Arbetsgivarsidan", en = "The employer's side" }}
members = ["alby"]
roles = ["employer-representative"]
[[side]]
key = "workers"
name = {{ sv = "Arbetstagarsidan", en = "The workers' side" }}
members = ["berga", "dal"]
roles = ["worker-representative"]
"""


def board(sayings: Iterable[str], *, begins: str = "2021-01-01") -> str:
    """The mandate file of a board whose mandate says all of this."""
    members = [f'[[member]]\nkey = "{m}"\nname = "{m.capitalize()}"\n' for m in ("alby", "berga", "dal")]
    organisation = '[[organisation]]\nkey = "eka"\nname = "Eka"\n'
    roles = [
        f'[[role]]\nkey = "{key}"\nname.en = "{name}"\nheld_by = "{kind}"\n'
        for kind, named in (("person", _PERSON), ("persons", _PERSONS))
        for key, name in named.items()
    ]
    acts = [f'[[act]]\nkey = "{key}"\nname.en = "{name}"\n' for key, name in ACTS.items()]
    said = [_meant(saying) for saying in sayings]
    return _HEAD.format(begins=begins) + "\n".join((*members, organisation, *roles, *acts, *said))


def _meant(saying: str) -> str:
    found = [made(*match.groups()) for pattern, made in SAYINGS.items() if (match := re.fullmatch(pattern, saying))]
    assert len(found) == 1, f"{len(found)} meanings of: {saying}"
    return found[0]
