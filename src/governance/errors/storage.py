"""The place where the ledger lies gives trouble."""

from governance.errors.tree import StorageError
from governance.text import N_


class LedgerMissing(StorageError):
    text = N_("There is no ledger at {path}. `governance mandate adopt FILE` begins one.")


class NotALedger(StorageError):
    text = N_("{path} is not a governance ledger: {problem}")


class LogDamaged(StorageError):
    text = N_("The log ends at #{there}, but #{position} was recorded: events were removed or added from outside.")


class FileDamaged(StorageError):
    text = N_("{path} is damaged: {problem}")


class TreeDamaged(StorageError):
    text = N_("The hash tree lacks what belongs to event #{position}. `governance verify` tells more.")


class FormatOutdated(StorageError):
    text = N_("{path} is of an older format, and can only be read: open it once where it can be written.")


class LedgerUnavailable(StorageError):
    text = N_("The ledger cannot be used now: {problem}")


class LedgerBusy(StorageError):
    text = N_("Others kept the ledger busy for {seconds} seconds; nothing was recorded. Try again.")


class EventUnreadable(StorageError):
    text = N_("Event #{position} cannot be read: {problem}")


class EventUnknown(StorageError):
    text = N_("Event #{position} has the name {topic!r}, which this version does not know.")


class KeyUnavailable(StorageError):
    text = N_("The secret key cannot be used: {place}: {problem}")


class KeyExposed(StorageError):
    text = N_(
        "Others can read the secret key in {path} (its mode is {mode}). Say `chmod 600`, and think of rotating it."
    )
