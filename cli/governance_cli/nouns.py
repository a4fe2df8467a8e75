"""What stands under ``governance``: the answers, the nouns, and the ledger's own upkeep."""

from functools import partial

import click

from governance.text import N_, _
from governance_cli.commands import COMMANDS, NOUNS, Row
from governance_cli.lazy import Entry, LazyGroup, example, found_in
from governance_cli.options import place_options

__all__ = ["entries"]

_ANSWERS, _TELLING, _UPKEEP = N_("Answers"), N_("Telling what happened"), N_("The ledger itself")

_ASKING: tuple[tuple[str, str, str], ...] = (
    ("status", "status", N_("How each network stands, on one screen.")),
    ("overdue", "answers", N_("What is overdue, whose, and by how long.")),
    ("due", "answers", N_("What falls due in the next days.")),
    ("obligations", "answers", N_("Everything that is owed, with its verdict.")),
    ("explain", "inquiries", N_("Why an obligation's verdict is what it is.")),
    ("ask", "asking", N_("The auditor's questions.")),
    ("diff", "inquiries", N_("Which verdicts differ between two states of knowledge.")),
    ("show", "inquiries", N_("A thing or an event, and what was recorded about it.")),
    ("log", "log", N_("What was recorded, newest first.")),
)
_KEEPING: tuple[tuple[str, str, str], ...] = (
    ("import", "keeping", N_("Carry out commands from a file of JSON lines.")),
    ("doctor", "keeping", N_("Look whether the ledger is well.")),
    ("schema", "keeping", N_("JSON Schemas of what the ledger reads.")),
    ("completion", "keeping", N_("A script that completes commands in your shell.")),
)
_OF_MANDATES: tuple[tuple[str, str], ...] = (
    ("check", N_("Look for faults in a mandate file.")),
    ("plan", N_("Show what adopting a mandate file would record and change.")),
    ("schema", N_("The JSON Schema of mandate files, for editors.")),
)


def entries() -> list[Entry]:
    """Everything under ``governance``, in the order of the help text."""
    nouns = [Entry(noun, short, partial(_noun, noun), _TELLING) for noun, short in NOUNS.items()]
    verbs = [_told(row, _TELLING) for row in COMMANDS if not row.noun]
    return [*_found(_ASKING, _ANSWERS), *nouns, *verbs, *_found(_KEEPING, _UPKEEP)]


def _found(told: tuple[tuple[str, str, str], ...], section: str) -> list[Entry]:
    return [Entry(name, short, found_in(module, f"{name}_command"), section) for name, module, short in told]


def _told(row: Row, section: str = "Commands") -> Entry:
    def load() -> click.Command:
        from governance_cli.building import built

        return built(row)

    return Entry(row.verb, row.short, load, section)


def _noun(noun: str) -> click.Command:
    verbs = [_told(row) for row in COMMANDS if row.noun == noun]
    if noun == "mandate":
        verbs = [Entry(name, short, found_in("mandate", f"{name}_command")) for name, short in _OF_MANDATES] + verbs
    first = next(row for row in COMMANDS if row.noun == noun)
    return LazyGroup(
        noun, entries=verbs, help=_(NOUNS[noun]), epilog=example(f"governance {first.example}"), params=place_options()
    )
