"""Every error: its code is stable, its text is one sentence, and it survives a journey between processes."""

import copy
import inspect
import pickle
import re
import string
from pathlib import Path

import pytest

from governance import errors
from governance.errors import GovernanceError, InputError, Refused, StorageError, Unproven

CODES = (Path(__file__).parents[1] / "golden" / "error_codes.txt").read_text().split()

ERRORS = [kind for _name, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, GovernanceError)]
BRANCHES = (GovernanceError, InputError, Refused, StorageError, Unproven)
LEAVES = [kind for kind in ERRORS if kind not in BRANCHES]


def fields(kind: type[GovernanceError]) -> list[str]:
    """The names in an error's text."""
    return [name for _text, name, _spec, _conversion in string.Formatter().parse(kind.text) if name]


def made(kind: type[GovernanceError]) -> GovernanceError:
    return kind(**{name: f"«{name}»" for name in fields(kind)})


def test_codes_are_stable() -> None:
    assert sorted(kind.code for kind in ERRORS) == CODES


def test_codes_are_unique() -> None:
    assert len({kind.code for kind in ERRORS}) == len(ERRORS)


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_each_error_stands_in_one_branch(kind: type[GovernanceError]) -> None:
    assert [branch for branch in (InputError, Refused, StorageError, Unproven) if issubclass(kind, branch)] == list(
        kind.__bases__
    )


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_each_error_says_what_it_knows(kind: type[GovernanceError]) -> None:
    error = made(kind)
    said = str(error)
    assert kind.text != GovernanceError.text
    assert not re.search(r"[{}]", said)
    for name in fields(kind):
        assert f"«{name}»" in said
        assert error.details[name] == f"«{name}»"
    assert said == said.strip()
    assert "\n" not in said
    assert said[-1] == "." or fields(kind)[-1:] == ["problem"]


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_each_error_can_be_sent_and_copied(kind: type[GovernanceError]) -> None:
    error = made(kind)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own bytes
        assert type(twin) is kind
        assert (str(twin), twin.details, twin.code) == (str(error), error.details, error.code)


def test_values_with_braces_stay_values() -> None:
    error = errors.ReferenceUnknown(what="meeting", reference="{what!r} {0} %s")
    assert str(error) == "There is no meeting '{what!r} {0} %s' in this ledger."


LOG_CUT = "The log ends at #4, but #5 was recorded: events were removed or added from outside."


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errors.DateNotUnderstood(text="May"), "'May' is not a date: write 2021-05-17, 2021-05 or 2021."),
        (errors.LogDamaged(there=4, position=5), LOG_CUT),
        (errors.ImportLineInvalid(file="a.jsonl", line=3, problem="no JSON"), "a.jsonl, line 3: no JSON"),
        (errors.MinutesPrecedeMeeting(when="2021-02-11", meeting="vux/2021-02-12", day="2021-02-12"),
         "Minutes of 2021-02-11 cannot be of the meeting vux/2021-02-12, held on 2021-02-12."),
    ],
)  # fmt: skip
def test_what_people_read(error: GovernanceError, said: str) -> None:
    assert str(error) == said
