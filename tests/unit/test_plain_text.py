"""What others wrote reaches terminals, JSON, CSV and HTML as text that can be seen, and as nothing else."""

import csv
import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.ledger.pack.page import escape
from governance.text import printable, printable_json
from governance_cli.rendering import as_csv, as_json
from governance_cli.terminal import write

HOSTILE = {
    "escape": "\x1b[31m", "c1": "\x9b31m", "delete": "\x7f", "bell": "\x07", "return": "a\rb",
    "override": "\u202egpj.exe",
    "isolate": "\u2066x\u2069", "arabic mark": "\u061c", "zero width": "a\u200bb\u200c\u200d\ufeff", "soft": "a\u00adb",
    "filler": "\u3164\u115f\u1160\uffa0\u2800", "joiner": "a\u034fb", "variation": "a\ufe0f\U000e0101",
    "tag": "\U000e0041", "line": "a\u2028b\u2029c", "private": "\ue000", "half": "\ud800",
}  # fmt: skip
ANY = st.text(st.characters(codec=None))


def seen(text: str) -> bool:
    """Whether nothing in a text steers, turns or hides: Python's own word for it, and the few that it lets pass."""
    hidden = {c for value in ("filler", "joiner", "variation") for c in HOSTILE[value] if not c.isascii()}
    return text.isprintable() and not hidden & set(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_at_each_outlet(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert seen(printable(text))
    assert seen(escape(text))
    as_json([text])
    assert seen(capsys.readouterr().out.replace("\n", ""))
    as_csv([{"name": text}], ["name"])
    assert seen(capsys.readouterr().out.replace("\r\n", ""))
    write(text)
    assert seen(capsys.readouterr().out.replace("\n", ""))


@given(ANY)
def test_any_text(text: str) -> None:
    assert seen(printable(text))
    assert seen(escape(text).replace("\n", ""))
    assert printable(printable(text)) == printable(text)


@given(st.recursive(ANY | st.none() | st.booleans() | st.integers(), lambda inner: st.lists(inner, max_size=3)
       | st.dictionaries(ANY, inner, max_size=3), max_leaves=8), st.booleans())  # fmt: skip
def test_json_means_the_same(value: object, ascii_only: bool) -> None:
    text = printable_json(value, ascii_only=ascii_only, indent=1)
    assert json.loads(text) == value
    assert seen(text.replace("\n", ""))
    assert text.isascii() or not ascii_only


def test_letters_that_are_seen_stay() -> None:
    for text in ("Åsa Öberg – § 8", "日本語", "Ελλάδα", "💥", "עברית", "e\u0301"):
        assert printable(text) == text
        assert json.loads(printable_json(text)) == text
        assert text in printable_json(text)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "＋1", "－1", "＠x", "-"]
)
def test_a_spreadsheet_is_given_no_formula(cell: str, capsys: pytest.CaptureFixture[str]) -> None:
    as_csv([{"name": cell, "list": [cell, "b"]}], ["name", "list"])
    _heading, row = csv.reader(io.StringIO(capsys.readouterr().out))
    assert all(text.startswith("'") for text in row)


def test_what_is_no_formula_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    as_csv([{"a": -3, "b": "a=b", "c": "2021-05-01", "d": '§ 8, "x"'}], ["a", "b", "c", "d"])
    _heading, row = csv.reader(io.StringIO(capsys.readouterr().out))
    assert row == ["-3", "a=b", "2021-05-01", '§ 8, "x"']


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_only_our_colours_steer_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", terminal := Terminal())
    write("\x1b[1mbold\x1b[0m\ta\r\nb\x1b]0;title\x07\x1b[2J")
    assert terminal.getvalue() == "\x1b[1mbold\x1b[0m\ta\r\nb\\u001b]0;title\\u0007\\u001b[2J\n"
