"""One method for each of the auditor's questions; what they mean stands in ``governance.compliance.questions``."""

from abc import ABC, abstractmethod
from datetime import date
from typing import Any, TypedDict, Unpack

from governance.answers import KnownAt
from governance.compliance.answer import Answer
from governance.compliance.questions.assignments import Happening, UncoveredGoal, Undecided
from governance.compliance.questions.changes import Correction, Supposed
from governance.compliance.questions.deadlines import FallsDue, LateReport, MissedPartial, MovedDeadline
from governance.compliance.questions.feedback import Informed, OpenFeedback
from governance.compliance.questions.mandates import Governed, Undetermined
from governance.compliance.questions.meetings import Attended, MinutesTime, MissingMinutes, SilentHost
from governance.compliance.questions.papers import RecordedDocument, Submission, Weedable, WorkPlan
from governance.compliance.questions.quotas import QuotaState
from governance.compliance.questions.recording import AfterClose, LateRecord
from governance.compliance.questions.roles import DoubleHolders, RoleHolder, VacantDuty

__all__ = ["Asked", "Asking"]


class Asked(TypedDict, total=False):
    """What every question takes, by keyword."""

    network: str | None
    """One network, by its key; all of them where left out."""
    as_of: date | str | None
    """The day that the answer speaks of; today where left out."""
    known_at: KnownAt
    """What the ledger knew then: an instant, the end of a day, a position (``#17``); all of it where left out."""


class Asking(ABC):
    """The questions, typed. Each raises InputError for a day, a position or a reference that there is not."""

    @abstractmethod
    def ask(
        self,
        question: str,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
        **parameters: Any,
    ) -> Answer[Any]:
        """One of the auditor's questions by its name (``governance.compliance.questions.QUESTIONS``)."""

    def missing_minutes(self, **asked: Unpack[Asked]) -> Answer[MissingMinutes]:
        """Which meetings lack submitted minutes? (question 5)"""
        return self.ask("missing_minutes", **asked)

    def meeting_quota(self, *, year: int | None = None, **asked: Unpack[Asked]) -> Answer[QuotaState]:
        """Will the year's meetings be reached? (question 6)"""
        return self.ask("meeting_quota", year=year, **asked)

    def due_within(self, *, days: int = 30, **asked: Unpack[Asked]) -> Answer[FallsDue]:
        """What falls due in the next days? (question 7)"""
        return self.ask("due_within", days=days, **asked)

    def late_reports(self, **asked: Unpack[Asked]) -> Answer[LateReport]:
        """Which reports were late, and how late? (question 8)"""
        return self.ask("late_reports", **asked)

    def history(self, assignment: str, **asked: Unpack[Asked]) -> Answer[Happening]:
        """What was recorded of this assignment? (question 9)"""
        return self.ask("history", assignment=assignment, **asked)

    def role_holders(self, *, role: str | None = None, **asked: Unpack[Asked]) -> Answer[RoleHolder]:
        """Who holds which role? (question 10)"""
        return self.ask("role_holders", role=role, **asked)

    def undetermined(self, **asked: Unpack[Asked]) -> Answer[Undetermined]:
        """Which duties cannot be judged, and why? (question 11)"""
        return self.ask("undetermined", **asked)

    def moved_deadlines(self, **asked: Unpack[Asked]) -> Answer[MovedDeadline]:
        """Which deadlines moved, and who decided? (question 12)"""
        return self.ask("moved_deadlines", **asked)

    def late_records(self, *, days: int = 30, **asked: Unpack[Asked]) -> Answer[LateRecord]:
        """Which facts were recorded long after they happened? (question 13)"""
        return self.ask("late_records", days=days, **asked)

    def corrections(self, **asked: Unpack[Asked]) -> Answer[Correction]:
        """What was corrected, and which verdicts did that change? (question 14)"""
        return self.ask("corrections", **asked)

    def open_feedback(self, **asked: Unpack[Asked]) -> Answer[OpenFeedback]:
        """Which feedback loops are open? (question 15)"""
        return self.ask("open_feedback", **asked)

    def informed(self, *, clause: str = "O2", **asked: Unpack[Asked]) -> Answer[Informed]:
        """Was everybody informed to whom a clause owes feedback? (question 16)"""
        return self.ask("informed", clause=clause, **asked)

    def vacant_duties(self, **asked: Unpack[Asked]) -> Answer[VacantDuty]:
        """Which duties fell into a vacancy? (question 17)"""
        return self.ask("vacant_duties", **asked)

    def double_holders(self, **asked: Unpack[Asked]) -> Answer[DoubleHolders]:
        """Did several hold a role at once that is for one person? (question 18)"""
        return self.ask("double_holders", **asked)

    def work_plans(self, **asked: Unpack[Asked]) -> Answer[WorkPlan]:
        """Is the year's work plan adopted? (question 19)"""
        return self.ask("work_plans", **asked)

    def submissions(self, **asked: Unpack[Asked]) -> Answer[Submission]:
        """Were the dates and the register sent in, and are they still current? (question 20)"""
        return self.ask("submissions", **asked)

    def weedable(self, **asked: Unpack[Asked]) -> Answer[Weedable]:
        """What may be weeded? (question 33)"""
        return self.ask("weedable", **asked)

    def uncovered_goals(self, **asked: Unpack[Asked]) -> Answer[UncoveredGoal]:
        """Which goals have no live assignment? (question 21)"""
        return self.ask("uncovered_goals", **asked)

    def governing_version(self, *, obligation: str | None = None, **asked: Unpack[Asked]) -> Answer[Governed]:
        """Which version of the mandate governs this? (question 22)"""
        return self.ask("governing_version", obligation=obligation, **asked)

    def undecided_assignments(self, **asked: Unpack[Asked]) -> Answer[Undecided]:
        """Which assignments lack a deciding meeting? (question 23)"""
        return self.ask("undecided_assignments", **asked)

    def missed_partials(self, **asked: Unpack[Asked]) -> Answer[MissedPartial]:
        """Which reports were missed though a later one came? (question 24)"""
        return self.ask("missed_partials", **asked)

    def minutes_time(self, **asked: Unpack[Asked]) -> Answer[MinutesTime]:
        """How long did minutes take? (question 25)"""
        return self.ask("minutes_time", **asked)

    def silent_hosts(self, **asked: Unpack[Asked]) -> Answer[SilentHost]:
        """Which hosts never sent in minutes? (question 26)"""
        return self.ask("silent_hosts", **asked)

    def hosting_and_attendance(self, *, year: int | None = None, **asked: Unpack[Asked]) -> Answer[Attended]:
        """What did each member host and attend? (question 27)"""
        return self.ask("hosting_and_attendance", year=year, **asked)

    def document(self, sha256: str, **asked: Unpack[Asked]) -> Answer[RecordedDocument]:
        """Which events recorded this document? (question 28)"""
        return self.ask("document", sha256=sha256, **asked)

    def after_close(self, *, year: int | None = None, **asked: Unpack[Asked]) -> Answer[AfterClose]:
        """What was recorded of a year after it was closed? (question 30)"""
        return self.ask("after_close", year=year, **asked)

    def what_if(self, clause: str, days: int, **asked: Unpack[Asked]) -> Answer[Supposed]:
        """What if a clause asked for it within so many days? (question 32)"""
        return self.ask("what_if", clause=clause, days=days, **asked)
