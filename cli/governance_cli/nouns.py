"""What stands under ``governance``: the answers, the nouns, and the ledger's own upkeep."""

from functools import partial
from typing import TYPE_CHECKING

import click

from governance.text import N_, _
from governance_cli.lazy import Entry, LazyGroup, example, found_in
from governance_cli.options import place_options

if TYPE_CHECKING:
    from governance_cli.commands import Row

__all__ = ["NOUNS", "entries"]

NOUNS: dict[str, str] = {
    "mandate": N_("Check, adopt, review, amend and end mandates."),
    "network": N_("Establish, rename, dissolve and reestablish networks."),
    "organisation": N_("Rename organisations."),
    "member": N_("Members join and leave."),
    "person": N_("Register persons and correct their details."),
    "role": N_("Say who holds a role, and until when."),
    "assignment": N_("Issue, reassign and end assignments."),
    "report": N_("Reports: submitted, accepted, returned, waived."),
    "deadline": N_("Extend deadlines."),
    "duty": N_("Obligations: extended, waived."),
    "act": N_("Acts that the mandate names."),
    "meeting": N_("Schedule, call, hold and cancel meetings."),
    "papers": N_("Papers that go out before a meeting."),
    "minutes": N_("Minutes: drafted, approved or rejected, submitted, published."),
    "decision": N_("Decisions that a meeting takes."),
    "action": N_("Actions that a meeting agrees on."),
    "feedback": N_("Feedback that is passed on."),
    "summary": N_("Summaries for the principal."),
    "plan": N_("Work plans for calendar years."),
    "agreement": N_("Agreements that regulate the cooperation."),
    "group": N_("Working groups."),
    "register": N_("The list of the people in the network."),
    "dates": N_("The list of the network's meeting dates."),
    "document": N_("Recorded documents."),
    "year": N_("Close the record of a year."),
    "correct": N_("Correct an event that was recorded wrongly."),
    "retract": N_("Withdraw an event that never happened."),
}
"""What can be told, in the order of the help text; ``commands`` has the verbs of each."""

_ANSWERS, _TELLING = N_("Answers"), N_("Recording what happened")
_PROVING, _UPKEEP = N_("Nothing altered unseen"), N_("The ledger itself")

_ASKING: tuple[tuple[str, str, str], ...] = (
    ("status", "status", N_("How each network stands, on one screen.")),
    ("overdue", "answers", N_("What is overdue, whose, and by how long.")),
    ("due", "answers", N_("What falls due in the coming days.")),
    ("obligations", "answers", N_("Every obligation, with its verdict.")),
    ("explain", "inquiries", N_("Why an obligation's verdict is what it is.")),
    ("ask", "asking", N_("The auditor's questions.")),
    ("diff", "inquiries", N_("Which verdicts differ between two states of knowledge.")),
    ("show", "inquiries", N_("A thing or an event, and what was recorded about it.")),
    ("log", "log", N_("What was recorded, newest first.")),
)
_PROOFS: tuple[tuple[str, str, str], ...] = (
    ("verify", "verifying", N_("Check that nothing has been altered.")),
    ("key", "keys", N_("The key that signs the ledger's checkpoints.")),
    ("checkpoint", "checkpoints", N_("Sign the record as it stands; prints a few lines to keep.")),
    ("prove", "proofs", N_("Prove that an event is in the record, or that it extends an earlier one.")),
    ("verify-proof", "proofs", N_("Check a proof; no ledger is needed.")),
    ("bundle", "bundling", N_("An answer as a pack that an auditor can check.")),
    ("export", "proofs", N_("Write the hash tree as a folder of static files.")),
)
_KEEPING: tuple[tuple[str, str, str], ...] = (
    ("import", "keeping", N_("Carry out commands from a file of JSON lines.")),
    ("backup", "keeping", N_("Copy the ledger, also while others write.")),
    ("doctor", "keeping", N_("Check the ledger's health.")),
    ("schema", "keeping", N_("JSON Schemas of what the ledger reads.")),
    ("completion", "keeping", N_("A script that completes commands in your shell.")),
)
_BESIDES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "mandate": (
        ("new", "starting", N_("Begin a mandate file from an example.")),
        ("check", "mandate", N_("Look for faults in a mandate file.")),
        ("render", "rendered", N_("Give a mandate file back in words, as a readable page.")),
        ("plan", "mandate", N_("Show what adopting a mandate file would record and change.")),
        ("schema", "mandate", N_("The JSON Schema of mandate files, for editors.")),
    ),
    "document": (("check", "documents", N_("Whether, when and by whom a file was recorded.")),),
}
"""What can be done with a noun besides telling of it."""


def entries() -> list[Entry]:
    """Everything under ``governance``, in the order of the help text."""
    nouns = [Entry(noun, short, partial(_noun, noun), _TELLING) for noun, short in NOUNS.items()]
    return [*_entries(_ASKING, _ANSWERS), *nouns, *_entries(_PROOFS, _PROVING), *_entries(_KEEPING, _UPKEEP)]


def _entries(nouns: tuple[tuple[str, str, str], ...], section: str) -> list[Entry]:
    return [
        Entry(name, short, found_in(module, f"{name.replace('-', '_')}_command"), section)
        for name, module, short in nouns
    ]


def _noun(noun: str) -> click.Command:
    from governance_cli.commands import COMMANDS

    rows = [row for row in COMMANDS if row.noun == noun]
    if not rows[0].verb:
        return _built(rows[0])
    verbs = [Entry(row.verb, row.short, partial(_built, row)) for row in rows]
    besides = _BESIDES.get(noun, ())
    verbs = [Entry(name, short, found_in(module, f"{name}_command")) for name, module, short in besides] + verbs
    return LazyGroup(
        noun,
        entries=verbs,
        help=_(NOUNS[noun]),
        epilog=example(f"governance {rows[0].example}"),
        params=place_options(),
    )


def _built(row: "Row") -> click.Command:
    from governance_cli.building import built

    return built(row)
