"""What was given cannot be understood."""

from governance.errors.tree import InputError
from governance.text import N_


class DateNotUnderstood(InputError):
    text = N_("{text!r} is not a date: write 2021-05-17, 2021-05 or 2021.")


class InstantNotUnderstood(InputError):
    text = N_("{text!r} is not an instant: write 2021-05-17T10:00:00+02:00, with the offset.")


class FieldInvalid(InputError):
    text = N_("{field}: {problem}")


class CommandUnknown(InputError):
    text = N_("There is no command {name!r}.")


class KeywordUnknown(InputError):
    """``details["nearest"]`` is the most similar of those that the command takes."""

    text = N_("{command} does not take {keyword!r}; the nearest that it takes is {nearest!r}.")


class ReferenceUnknown(InputError):
    text = N_("There is no {what} {reference!r} in this ledger.")


class ReferenceAmbiguous(InputError):
    text = N_("{reference!r} could be any of: {candidates}.")


class ActorMissing(InputError):
    text = N_("Say who acts: --actor NAME, or GOVERNANCE_ACTOR (a person, org:KEY or system:NAME).")


class MandateInvalid(InputError):
    """``details["problems"]`` holds one Problem (file, line, key, problem, allowed) for each fault."""

    text = N_("{file}: faults in the mandate: {count}.")


class ImportLineInvalid(InputError):
    text = N_("{file}, line {line}: {problem}")


class KnownAtInvalid(InputError):
    text = N_("{text!r} is neither an instant, a day nor a position in the log (#17).")


class DayOutOfRange(InputError):
    text = N_("{day} is too far away: ask of a day between 1800 and 2300.")


class QuestionUnknown(InputError):
    text = N_("There is no question {name!r}.")


class AssumptionFillsNothing(InputError):
    text = N_("No clause that {what!r} means is silent on when. Silent are: {allowed}.")


class NotYetOwed(InputError):
    text = N_("On {day} there is no obligation {obligation} yet.")
