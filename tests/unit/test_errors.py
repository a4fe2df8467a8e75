"""Every error: its code is stable, its text is one sentence, and it survives a journey between processes."""

import copy
import inspect
import pickle
import re
import string

import pytest

from governance import errors
from governance.errors import GovernanceError, InputError, Refused, StorageError

CODES = [
    "action-exists",
    "action-unknown",
    "actor-missing",
    "addressee-unknown",
    "already-recorded",
    "assignment-exists",
    "assignment-is-completed",
    "assignment-is-withdrawn",
    "attendance-impossible",
    "command-id-reused",
    "command-unknown",
    "concurrent-change",
    "correction-breaks-history",
    "correction-changes-nothing",
    "date-not-understood",
    "day-out-of-range",
    "ends-before-it-begins",
    "event-unknown",
    "event-unreadable",
    "extension-not-later",
    "fact-unknown",
    "field-invalid",
    "follows-meeting",
    "goal-unknown",
    "governance-error",
    "group-exists",
    "group-unknown",
    "holder-already",
    "host-already",
    "import-line-invalid",
    "import-line-refused",
    "in-the-future",
    "input-error",
    "instant-not-understood",
    "known-at-invalid",
    "ledger-busy",
    "ledger-missing",
    "ledger-unavailable",
    "log-damaged",
    "mandate-for-another-network",
    "mandate-in-force",
    "mandate-invalid",
    "meeting-exists",
    "meeting-is-cancelled",
    "meeting-is-held",
    "meeting-kind-unknown",
    "meeting-not-held",
    "meeting-planned-then",
    "meeting-precedes-its-planning",
    "member-already",
    "merged-with-itself",
    "minutes-approved-already",
    "minutes-are-rejected",
    "minutes-missing",
    "minutes-precede-meeting",
    "minutes-submitted-already",
    "network-exists",
    "network-is-dissolved",
    "network-not-yet-established",
    "no-mandate-in-force",
    "not-aledger",
    "not-amember",
    "not-correctable",
    "not-yet-owed",
    "party-unknown",
    "person-exists",
    "person-is-merged",
    "person-unknown",
    "precedes-assignment",
    "precedes-meeting",
    "question-unknown",
    "read-model-mismatch",
    "reference-ambiguous",
    "reference-unknown",
    "refused",
    "report-accepted-already",
    "report-is-waived",
    "report-not-submitted",
    "report-returned-already",
    "report-submitted-already",
    "report-unknown",
    "role-held-already",
    "role-holder-unfit",
    "role-is-derived",
    "role-not-held",
    "role-unknown",
    "stated-time-in-future",
    "storage-error",
    "times-not-in-order",
    "year-is-closed",
    "year-not-over",
]

ERRORS = [kind for _name, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, GovernanceError)]
BRANCHES = (GovernanceError, InputError, Refused, StorageError)
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
    assert [branch for branch in (InputError, Refused, StorageError) if issubclass(kind, branch)] == list(
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


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errors.DateNotUnderstood(text="May"), "'May' is not a date: write 2021-05-17, 2021-05 or 2021."),
        (errors.LogDamaged(there=4, position=5), "The log ends at #4, but #5 was recorded: events were removed or "
         "added from outside."),
        (errors.ImportLineInvalid(file="a.jsonl", line=3, problem="no JSON"), "a.jsonl, line 3: no JSON"),
        (errors.MinutesPrecedeMeeting(when="2021-02-11", meeting="vux/2021-02-12", day="2021-02-12"),
         "Minutes of 2021-02-11 cannot be of the meeting vux/2021-02-12, held on 2021-02-12."),
    ],
)  # fmt: skip
def test_what_people_read(error: GovernanceError, said: str) -> None:
    assert str(error) == said
