"""Understood, but it makes no sense in this record: named after what is refused, by what it is about."""

from governance.errors.tree import Refused
from governance.text import N_

# Refusals: the ledger itself -------------------------------------------------------------------------------


class ConcurrentChange(Refused):
    text = N_("Somebody else changed {subject} meanwhile; nothing was recorded. Look again and repeat.")


class CommandIdReused(Refused):
    text = N_("The command id {command_id} was used before, for another command.")


class TimesNotInOrder(Refused):
    text = N_("The stated time {stated} lies before {last}, the last in the ledger.")


class StatedTimeInFuture(Refused):
    text = N_("The stated time {stated} lies in the future.")


class TimeOutOfRange(Refused):
    text = N_("{moment} cannot be recorded: a ledger holds times of the years {first} to {last}. Set the clock right.")


class ClockAhead(Refused):
    text = N_(
        "The clock says {now}, which is {days} days after the last recording ({last}); nothing was recorded. Set it "
        "right; if it is right, say so with --confirm-clock."
    )


class ClockBehind(Refused):
    text = N_(
        "The clock says {now}, which is {days} days before the last recording ({last}); nothing was recorded. Set it "
        "right; if that recording was made by a wrong clock, go on with --confirm-clock: later events bear its time."
    )


class InTheFuture(Refused):
    text = N_("{when} lies in the future (today is {today}): only what has happened is recorded.")


class AlreadyRecorded(Refused):
    text = N_("The same is recorded already, as {event}.")


class FactUnknown(Refused):
    text = N_("There is no fact {event} that holds: it was never recorded, or it was retracted.")


class NotCorrectable(Refused):
    text = N_("{what} cannot be corrected: the history is filed under it. Withdraw the event, record it anew.")


class CorrectionChangesNothing(Refused):
    text = N_("{event} says that already.")


class CorrectionBreaksHistory(Refused):
    text = N_("After this correction {event} would make no sense: {problem}")


class PartyUnknown(Refused):
    text = N_("{party} is not known here: register the person, or name the organisation in the mandate.")


class AddresseeUnknown(Refused):
    text = N_("{addressee} is nobody whom the mandate knows (it knows {allowed}).")


class ImportLineRefused(Refused):
    text = N_("{file}, line {line}: {problem}")


# Refusals: networks ----------------------------------------------------------------------------------------


class NetworkExists(Refused):
    text = N_("The network {network} exists already.")


class NetworkIsDissolved(Refused):
    text = N_("The network {network} was dissolved on {day}.")


class NetworkNotYetEstablished(Refused):
    text = N_("The network {network} was established on {day}, after that day.")


class NetworkIsAlive(Refused):
    text = N_("The network {network} was not dissolved by {day}: it need not be established again.")


class NetworkKindAlready(Refused):
    text = N_("The network {network} is a {kind} already.")


class MandateForAnotherNetwork(Refused):
    text = N_("The mandate is for the network {named}, not for {network}.")


class MandateInForce(Refused):
    text = N_("The mandate {version} is in force already: amend it, or end it first.")


class NoMandateInForce(Refused):
    text = N_("{network} has no mandate in force on {day}.")


class EndsBeforeItBegins(Refused):
    text = N_("{what} would end on {ends}, before it begins on {starts}.")


class MemberAlready(Refused):
    text = N_("{member} is a member of {network} already.")


class NotAMember(Refused):
    text = N_("{member} is no member of {network} on {day}.")


class RoleUnknown(Refused):
    text = N_("The mandate has no role {role} (it has {allowed}).")


class RoleIsDerived(Refused):
    text = N_("{role} is not assigned to anybody: by the mandate it follows from {source}.")


class RoleHolderUnfit(Refused):
    text = N_("{role} is held by {kind}, and {holder} is none.")


class RoleHeldAlready(Refused):
    text = N_("{holder} holds the role {role} already in that time.")


class RoleNotHeld(Refused):
    text = N_("{holder} does not hold the role {role} on {day}.")


class GroupExists(Refused):
    text = N_("The working group {group} exists already.")


class GroupUnknown(Refused):
    text = N_("There is no working group {group} on {day}.")


class ActUnknown(Refused):
    text = N_("The mandate has no act {act} (it has {allowed}).")


class DutyWaivedAlready(Refused):
    text = N_("{obligation} was waived already, on {day}.")


class DocumentMissing(Refused):
    text = N_("{event} names no document.")


class DocumentWeededAlready(Refused):
    text = N_("The document of {event} was weeded already, on {day}.")


class YearIsClosed(Refused):
    text = N_("The year {year} was closed already.")


class YearNotOver(Refused):
    text = N_("The year {year} is not over yet.")


# Refusals: assignments -------------------------------------------------------------------------------------


class AssignmentExists(Refused):
    text = N_("The assignment {assignment} was issued already.")


class AssignmentIsWithdrawn(Refused):
    text = N_("The assignment {assignment} was withdrawn on {day}.")


class AssignmentIsCompleted(Refused):
    text = N_("The assignment {assignment} was completed on {day}.")


class PrecedesAssignment(Refused):
    text = N_("{when} lies before the assignment {assignment} was issued, on {day}.")


class GoalUnknown(Refused):
    text = N_("The mandate has no goal {goal} (it has {allowed}).")


class ReportUnknown(Refused):
    text = N_("The assignment {assignment} asks for no report {report} (it asks for {allowed}).")


class ReportSubmittedAlready(Refused):
    text = N_("The report {report} was submitted already, on {day}.")


class ReportNotSubmitted(Refused):
    text = N_("The report {report} has not been submitted by {day}.")


class ReportAcceptedAlready(Refused):
    text = N_("The report {report} was accepted already, on {day}.")


class ReportReturnedAlready(Refused):
    text = N_("The report {report} was returned already, on {day}.")


class ReportIsWaived(Refused):
    text = N_("The report {report} was waived on {day}.")


class ExtensionNotLater(Refused):
    text = N_("{due} is no extension: {what} is due {present}.")


class HolderAlready(Refused):
    text = N_("{holder} holds the assignment {assignment} already.")


# Refusals: meetings ----------------------------------------------------------------------------------------


class MeetingExists(Refused):
    text = N_("The meeting {meeting} exists already; give another one of that day a key of its own.")


class MeetingKindUnknown(Refused):
    text = N_("The mandate has no meeting kind {kind} (it has {allowed}).")


class MeetingIsHeld(Refused):
    text = N_("The meeting {meeting} was held on {day}.")


class MeetingIsCancelled(Refused):
    text = N_("The meeting {meeting} was cancelled on {day}.")


class MeetingNotHeld(Refused):
    text = N_("The meeting {meeting} has not been held.")


class MeetingPlannedThen(Refused):
    text = N_("The meeting {meeting} is planned for {day} already.")


class MeetingPrecedesItsPlanning(Refused):
    text = N_("{when} lies before {day}, when the meeting {meeting} was still being prepared.")


class HostAlready(Refused):
    text = N_("{host} is the host of {meeting} already.")


class FollowsMeeting(Refused):
    text = N_("{when} lies after the meeting {meeting}, held on {day}.")


class PrecedesMeeting(Refused):
    text = N_("{when} lies before the meeting {meeting}, held on {day}.")


class MinutesPrecedeMeeting(Refused):
    text = N_("Minutes of {when} cannot be of the meeting {meeting}, held on {day}.")


class MinutesMissing(Refused):
    text = N_("There are no minutes of {meeting} by {day}.")


class MinutesSubmittedAlready(Refused):
    text = N_("The minutes of {meeting} were submitted already, on {day}.")


class MinutesApprovedAlready(Refused):
    text = N_("{by} approved the minutes of {meeting} already.")


class MinutesAreRejected(Refused):
    text = N_("The minutes of {meeting} were rejected on {day} and not drafted again since.")


class AttendanceImpossible(Refused):
    text = N_("Attendance of {who}: {problem}")


class ActionExists(Refused):
    text = N_("The action or decision {key} of {meeting} exists already.")


class ActionUnknown(Refused):
    text = N_("There is no open action {key} of {meeting}.")


# Refusals: persons -----------------------------------------------------------------------------------------


class PersonExists(Refused):
    text = N_("The person {person} is registered already.")


class PersonIsMerged(Refused):
    text = N_("The person {person} was merged into {into}.")


class MergedWithItself(Refused):
    text = N_("A person cannot be merged with itself.")


class PersonUnknown(Refused):
    text = N_("There is no person {person}.")


# Refusals: keys and checkpoints ----------------------------------------------------------------------------


class KeyExists(Refused):
    text = N_("The ledger has a key already: {key}. `governance key rotate` puts another in its place.")


class KeyMissing(Refused):
    text = N_(
        "There is no secret key here to sign with. It is looked for beside the ledger (FILE.key), or where --key or "
        "GOVERNANCE_KEY say; `governance key new NAME` makes a ledger's first one."
    )


class KeyNotCurrent(Refused):
    text = N_("The key in {place} is not the one that signs for this ledger now, {key}.")


class CheckpointUnknown(Refused):
    text = N_("This ledger signed no such checkpoint of {size} events.")
