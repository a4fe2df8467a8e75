"""Which rooms of ours, and which libraries, a command loads: what is not listed here must not be loaded.

A room stands for all of its modules where it is listed by itself, for single ones where these are.
"""

import subprocess
import sys
from pathlib import Path

import pytest

LIBRARIES = {"apsw", "click", "cryptography", "eventsourcing", "holidays", "pydantic", "rich", "zoneinfo"}
"""What costs time to load."""

HELP = {"governance.text", "governance_cli"}
ANSWER = {
    *HELP,
    "governance.answers", "governance.errors", "governance.reader", "governance.time",
    "governance.compliance.answer", "governance.compliance.item", "governance.compliance.values",
    "governance.compliance.body",
    "governance.store.file", "governance.store.lookup", "governance.store.sqlite_verdicts", "governance.store.tables",
    "governance.store.verdicts",
    "apsw", "click",
}  # fmt: skip
COMMAND = {
    *HELP,
    "governance.errors", "governance.time",
    "governance.ledger.answering", "governance.ledger.asking", "governance.ledger.at_once", "governance.ledger.command",
    "governance.ledger.clock", "governance.ledger.commands",
    "governance.ledger.desk", "governance.ledger.draft", "governance.ledger.ledger",
    "governance.ledger.names", "governance.ledger.proving", "governance.ledger.reading", "governance.ledger.receipt",
    "governance.ledger.references", "governance.ledger.signing", "governance.ledger.unit",
    "governance.mandate.reading",
    "governance.model.aggregate", "governance.model.assignment", "governance.model.event", "governance.model.meeting",
    "governance.model.meeting_events", "governance.model.network", "governance.model.network_duties",
    "governance.model.network_events", "governance.model.network_history", "governance.model.network_life",
    "governance.model.network_members", "governance.model.network_roles", "governance.model.person",
    "governance.model.terms",
    "governance.store.file", "governance.store.lookup", "governance.store.mapper", "governance.store.recorder",
    "governance.store.sqlite", "governance.store.sqlite_log", "governance.store.tables",
    "governance.store.raw", "governance.store.sqlite_raw", "governance.store.sqlite_verdicts", "governance.store.tree",
    "governance.store.verdicts",
    "governance.questions.methods", "governance.readings",
    "governance.proof.leaf", "governance.proof.merkle",
    "governance.compliance.answer", "governance.compliance.body", "governance.compliance.item",
    "governance.compliance.values",
    "apsw", "click", "eventsourcing", "pydantic", "zoneinfo",
}  # fmt: skip
FRAME = {"governance.mandate.frame", "governance.mandate.values"}
"""Besides, where something is looked up in the mandate."""
EXPLANATION = {
    *COMMAND, *FRAME,
    "governance.answers", "governance.compliance", "governance.duties", "governance.mandate",
    "governance.ledger.explanation", "governance.ledger.labels", "governance.model.same_person", "governance.questions",
}  # fmt: skip

LOADED = [
    ("--help", HELP | {"click"}),
    ("minutes --help", HELP | {"click"}),
    *((f"{line} --as-of 2021-05-31", ANSWER) for line in ("overdue", "obligations", "status", "due --days 60")),
    ("minutes submit vux/2021-06-11 --on 2021-06-20 --actor system:t", COMMAND),
    ("minutes submit vux/2021-06-11 --on 2021-06-20 --actor system:t --recipient registry", COMMAND | FRAME),
    ("explain vux/Se2/2021-02-12 --as-of 2021-05-31", EXPLANATION),
]


@pytest.mark.parametrize(("line", "allowed"), LOADED, ids=[line for line, _allowed in LOADED])
def test_a_command_loads_what_it_needs(line: str, allowed: set[str], demo: Path) -> None:
    code = (
        "import sys; from governance_cli.root import run; status = run(sys.argv[1:]);"
        "print(*sys.modules, sep='\\n', file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code, *line.split()], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr[:500]
    loaded = {name for name in done.stderr.split() if name.split(".")[0].startswith("governance") or name in LIBRARIES}
    rooms = {name for name in loaded if any(other.startswith(f"{name}.") for other in loaded)} - LIBRARIES
    assert {name for name in loaded - rooms if not _is_in(name, allowed)} == set()


def _is_in(name: str, allowed: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in allowed)
