"""As a real process: pipes, terminals, signals, odd file systems, and what is loaded."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

COMMAND = [sys.executable, "-m", "governance_cli.main"]


def _process(*arguments: str | bytes, **settings: Any) -> subprocess.CompletedProcess[str]:
    line = [*COMMAND, *arguments]
    kept = {"capture_output": True, "text": True, "timeout": 30, "check": False, **settings}
    return subprocess.run(line, **kept)


def _shell(line: str) -> subprocess.CompletedProcess[str]:
    text = line.replace("governance ", " ".join(COMMAND) + " ")
    return subprocess.run(["bash", "-c", text], capture_output=True, text=True, timeout=30, check=False)


def _on_terminal(arguments: Sequence[str], **environment: str) -> str:
    """What a command writes to a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([*COMMAND, *arguments], stdout=theirs, env={**os.environ, "TERM": "xterm", **environment}):
        os.close(theirs)
        said = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            said += part
    os.close(ours)
    return said.decode()


def test_a_reader_that_stops_reading(demo: Path) -> None:
    assert len(_shell("governance log | head -1").stdout.splitlines()) == 1
    for line in ("log", "overdue --as-of 2021-06-10", "--help", "schema import", "nonsense"):
        done = _shell(f"governance {line} 2>&1 | true; echo ${{PIPESTATUS[0]}}")
        assert (done.stdout, done.stderr) == ("141\n", "")


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("governance status >&-", 0),
        ("governance status >&- 2>&-", 0),
        ("governance overdue --as-of x 2>&-", 2),
        ("governance overdue --as-of x 2>/dev/full", 4),
        ("governance status >/dev/full", 4),
        ("governance mandate check - <&-", 2),
        ("governance import - <&-", 2),
    ],
)
def test_streams_that_are_closed_or_full(line: str, status: int, demo: Path) -> None:
    done = _shell(f"{line}; echo $? >status")
    assert Path("status").read_text() == f"{status}\n"
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_undecodable_arguments(demo: Path) -> None:
    done = _process("person", "register", b"caf\xe9")
    assert done.returncode == 2
    assert done.stderr.startswith("Error: Argument 3 is not a text")


def test_a_locale_without_letters(demo: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
    }
    done = _process("log", "--text", "Cecilia", "--oneline", env=environment)
    assert done.returncode == 0
    assert json.loads(_process("status", "--format", "json", env=environment).stdout)


def test_a_file_that_can_only_be_read(run: Run, demo: Path) -> None:
    folder = Path("locked")
    folder.mkdir()
    demo.rename(folder / "l.db")
    (folder / "l.db").chmod(0o444)
    folder.chmod(0o555)
    try:
        run("--ledger", "locked/l.db", "overdue", "--as-of", "2021-05-31")
        run("--ledger", "locked/l.db", "log", "-n", "1")
        if os.geteuid() != 0:
            run("--ledger", "locked/l.db", "person", "register", "X", "--actor", "system:t", expect=4)
    finally:
        folder.chmod(0o755)


def test_colours_only_on_a_terminal(demo: Path) -> None:
    assert "\x1b[" in _on_terminal(["status"])
    assert "\x1b[" not in _on_terminal(["status"], NO_COLOR="1")
    assert "\x1b[" not in _on_terminal(["status"], TERM="dumb")
    assert "\x1b[" not in _process("status").stdout


def test_following_ends_with_an_interrupt(demo: Path) -> None:
    heeding = (  # what a shell runs in the background ignores interrupts, and so would all that it starts
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from governance_cli.main import main; main()"
    )
    line = [sys.executable, "-c", heeding, "log", "--follow", "--oneline", "-n", "1"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().startswith("#77")
            time.sleep(0.1)
            process.send_signal(signal.SIGINT)
            _out, err = process.communicate(timeout=10)
        finally:
            process.kill()
    assert (process.returncode, err) == (0, "")


def test_shell_completion(demo: Path) -> None:
    environment = {**os.environ, "_GOVERNANCE_COMPLETE": "bash_complete", "COMP_CWORD": "2"}
    done = _process(env={**environment, "COMP_WORDS": "governance meeting re"})
    assert done.stdout.split() == ["plain,reschedule"]


def test_a_table_fits_the_terminal(demo: Path) -> None:
    answers = (["obligations"], ["ask", "history", "vux/2021-1"], ["overdue"])
    for columns in (60, 120):
        for line in answers:
            said = _on_terminal([*line, "--as-of", "2023-01-01"], NO_COLOR="1", COLUMNS=str(columns))
            shown = said.replace("\r", "").splitlines()[2:]
            assert shown
            ids = ("vux/O2/administration-representative", "vux/2021")
            assert all(len(row) <= columns or row.split()[-1].startswith(ids) for row in shown), (columns, line)
