"""Every error that this package raises on purpose, in one tree.

An error's ``code`` is its class name in kebab case: stable, for programs. Its text is one sentence for people.
The four branches are what a caller can do about it: mend the input, accept the refusal, look at the
storage, or look for tampering.
"""

import re
from typing import Any, ClassVar

from governance.text import N_, _

__all__ = ["GovernanceError", "InputError", "Refused", "StorageError"]


class GovernanceError(Exception):
    """The root. Keyword arguments become ``details`` and fill the class's ``text``."""

    code: ClassVar[str] = "governance-error"
    text: ClassVar[str] = N_("Something went wrong.")

    def __init_subclass__(cls) -> None:
        cls.code = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()

    def __init__(self, **details: Any) -> None:
        self.details = details
        super().__init__(_(self.text).format(**details))

    def __reduce__(self) -> tuple[Any, ...]:
        return _remade, (type(self), self.details)


def _remade(kind: type[GovernanceError], details: dict[str, Any]) -> GovernanceError:
    return kind(**details)


class InputError(GovernanceError):
    """What was given cannot be understood; nothing was recorded."""


class Refused(GovernanceError):
    """Understood, but it makes no sense in this record; nothing was recorded."""


class StorageError(GovernanceError):
    """The place where the ledger lies gives trouble."""


# Input: dates, references, files ---------------------------------------------------------------------------


class DateNotUnderstood(InputError):
    text = N_("{text!r} is not a date: write 2021-05-17, 2021-05 or 2021.")


class InstantNotUnderstood(InputError):
    text = N_("{text!r} is not an instant: write 2021-05-17T10:00:00+02:00, with the offset.")


class FieldInvalid(InputError):
    text = N_("{field}: {problem}")


class CommandUnknown(InputError):
    text = N_("There is no command {name!r}.")


class ReferenceUnknown(InputError):
    text = N_("There is no {what} {reference!r} in this ledger.")


class ReferenceAmbiguous(InputError):
    text = N_("{reference!r} could be any of: {candidates}.")


class ActorMissing(InputError):
    text = N_("Say who acts: --actor NAME, or GOVERNANCE_ACTOR (a person, org:KEY or system:NAME).")


class MandateInvalid(InputError):
    """``details["problems"]`` holds one Problem (file, line, key, problem, allowed) for each fault."""

    text = N_("{file}: {count} faults in the mandate.")


class ImportLineInvalid(InputError):
    text = N_("{file}, line {line}: {problem}")


class KnownAtInvalid(InputError):
    text = N_("{text!r} is neither an instant, a day nor a position in the log (#17).")


# Storage ---------------------------------------------------------------------------------------------------


class LedgerMissing(StorageError):
    text = N_("There is no ledger at {path}. `governance mandate adopt FILE` begins one.")


class NotALedger(StorageError):
    text = N_("{path} is not a governance ledger: {problem}")


class LedgerUnavailable(StorageError):
    text = N_("The ledger cannot be used now: {problem}")


class LedgerBusy(StorageError):
    text = N_("Others kept the ledger busy for {seconds} seconds; nothing was recorded. Try again.")


class EventUnreadable(StorageError):
    text = N_("Event #{position} cannot be read: {problem}")


class EventUnknown(StorageError):
    text = N_("Event #{position} has the name {topic!r}, which this version does not know.")


class ReadModelMismatch(StorageError):
    text = N_("The read model was built by another version; `governance doctor --rebuild` mends it.")


# Refusals: the ledger itself -------------------------------------------------------------------------------


class ConcurrentChange(Refused):
    text = N_("Somebody else changed {subject} meanwhile; nothing was recorded. Look again and repeat.")


class CommandIdReused(Refused):
    text = N_("The command id {command_id} was used before, for another command.")


class TimesNotInOrder(Refused):
    text = N_("The stated time {stated} lies before {last}, the last in the ledger.")


class StatedTimeInFuture(Refused):
    text = N_("The stated time {stated} lies in the future.")


class InTheFuture(Refused):
    text = N_("{when} lies in the future (today is {today}): only what has happened is recorded.")


class AlreadyRecorded(Refused):
    text = N_("The same is recorded already, as {event}.")
