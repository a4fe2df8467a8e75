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
    text = N_("{path} is of an older format: any other command brings it up to date, where it can be written.")


class LedgerMoved(StorageError):
    text = N_("{path} is no longer the file that was opened: it was deleted, moved or replaced. Nothing was recorded.")


class IndexDamaged(StorageError):
    text = N_(
        "The index that is kept for fast answers is damaged: {problem}. `governance verify` tells whether the record "
        "was altered, too, and `governance doctor --rebuild` builds the index anew from it."
    )


class RecordAltered(StorageError):
    text = N_(
        "The record is not as it was recorded, so nothing is signed: {where}: {problem}. "
        "`governance verify` tells more."
    )


class BackupFailed(StorageError):
    text = N_("The copy in {path} is not whole, and was deleted: {where}: {problem}.")


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
