"""A command line in a folder of its own, in process, and a ledger with the history of the example."""

import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from click.testing import CliRunner, Result

from governance_cli.root import cli

EXAMPLES = Path(__file__).parents[2] / "examples"
MANDATE = EXAMPLES / "skaraborg-vuxenutbildning-2021.toml"
ASSUMING = EXAMPLES / "skaraborg-vuxenutbildning-2021-assumption.toml"
HISTORY = EXAMPLES / "skaraborg-vuxenutbildning-2021.jsonl"

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty working folder, nothing told by the environment, and nobody waits."""
    monkeypatch.chdir(tmp_path)
    for name in ("GOVERNANCE_LEDGER", "GOVERNANCE_ACTOR", "GOVERNANCE_DEBUG", "NO_COLOR", "_GOVERNANCE_COMPLETE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GOVERNANCE_LANGUAGE", "en")
    monkeypatch.setattr("governance.store.file._set_durable", _not_durable)
    monkeypatch.setenv("COLUMNS", "100")


def _not_durable(connection: apsw.Connection, _patience: object) -> None:
    """A test need not survive the loss of power."""
    connection.pragma("synchronous", "OFF")


@pytest.fixture
def run() -> Run:
    """Carry out a command line; ``expect`` says which exit codes are right."""

    def carry_out(*arguments: str, expect: int | tuple[int, ...] = 0, stdin: str | None = None) -> Result:
        result = CliRunner().invoke(cli, list(arguments), input=stdin)
        allowed = (expect,) if isinstance(expect, int) else expect
        assert result.exit_code in allowed, (arguments, result.stdout, result.stderr)
        assert "Traceback" not in result.output
        return result

    return carry_out


@pytest.fixture(scope="session")
def _history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = tmp_path_factory.mktemp("history") / "governance.db"
    arguments = ["--ledger", str(ledger), "import", str(HISTORY), "--keep-times"]
    assert CliRunner().invoke(cli, arguments).exit_code == 0
    assert CliRunner().invoke(cli, ["--ledger", str(ledger), "status"]).exit_code == 0  # the index is there, too
    return ledger


@pytest.fixture
def demo(_history: Path, tmp_path: Path) -> Path:
    """The ledger of the example, as ``governance.db`` in the working folder."""
    copy = tmp_path / "governance.db"
    shutil.copy(_history, copy)
    return copy


@pytest.fixture
def new(run: Run, tmp_path: Path) -> Path:
    """A ledger with nothing but the mandate of the example."""
    run("--actor", "system:test", "mandate", "adopt", str(MANDATE), "--on", "2021-01-13")
    return tmp_path / "governance.db"
