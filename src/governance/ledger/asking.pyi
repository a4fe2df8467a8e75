# Made by `make docs` from the table QUESTIONS: change it there.
from abc import ABC, abstractmethod
from datetime import date
from typing import Any

from governance.answers import KnownAt
from governance.compliance.answer import Answer
from governance.questions.assignments import Happening, UncoveredGoal, Undecided
from governance.questions.changes import Correction, Supposed
from governance.questions.deadlines import FallsDue, LateReport, MissedPartial, MovedDeadline
from governance.questions.feedback import Informed, OpenFeedback
from governance.questions.mandates import Governed, Undetermined
from governance.questions.meetings import Attended, MinutesTime, MissingMinutes, SilentHost
from governance.questions.papers import RecordedDocument, Submission, Weedable, WorkPlan
from governance.questions.quotas import QuotaState
from governance.questions.recording import AfterClose, LateRecord
from governance.questions.roles import DoubleHolders, RoleHolder, VacantDuty

class Asking(ABC):
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
        """One of the auditor's questions by its name."""

    def missing_minutes(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[MissingMinutes]:
        """Which meetings lack submitted minutes? (question 5)"""

    def meeting_quota(
        self,
        *,
        year: int | None = None,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[QuotaState]:
        """Will enough meetings be held this year? (question 6)"""

    def due_within(
        self,
        *,
        days: int = 30,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[FallsDue]:
        """What falls due in the coming days? (question 7)"""

    def late_reports(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[LateReport]:
        """Which reports were late, and how late? (question 8)"""

    def history(
        self,
        assignment: str,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Happening]:
        """What was recorded about this assignment? (question 9)"""

    def role_holders(
        self,
        *,
        role: str | None = None,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[RoleHolder]:
        """Who holds which role? (question 10)"""

    def undetermined(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Undetermined]:
        """Which duties cannot be judged, and why? (question 11)"""

    def moved_deadlines(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[MovedDeadline]:
        """Which deadlines were moved, and who decided? (question 12)"""

    def late_records(
        self,
        *,
        days: int = 30,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[LateRecord]:
        """Which facts were recorded long after they happened? (question 13)"""

    def corrections(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Correction]:
        """What was corrected, and which verdicts did that change? (question 14)"""

    def open_feedback(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[OpenFeedback]:
        """Which feedback loops are open? (question 15)"""

    def informed(
        self,
        *,
        clause: str = "O2",
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Informed]:
        """Was everybody informed to whom a clause owes feedback? (question 16)"""

    def vacant_duties(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[VacantDuty]:
        """Which duties fell into a vacancy? (question 17)"""

    def double_holders(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[DoubleHolders]:
        """Did several people hold a one-person role at once? (question 18)"""

    def work_plans(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[WorkPlan]:
        """Is the year's work plan adopted? (question 19)"""

    def submissions(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Submission]:
        """Were the dates and the register sent in, and are they still current? (question 20)"""

    def uncovered_goals(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[UncoveredGoal]:
        """Which goals have no live assignment? (question 21)"""

    def governing_version(
        self,
        *,
        obligation: str | None = None,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Governed]:
        """Which version of the mandate governs this? (question 22)"""

    def undecided_assignments(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Undecided]:
        """Which assignments lack a deciding meeting? (question 23)"""

    def missed_partials(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[MissedPartial]:
        """Which reports were missed though a later one came? (question 24)"""

    def minutes_time(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[MinutesTime]:
        """How long did minutes take? (question 25)"""

    def silent_hosts(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[SilentHost]:
        """Which hosts never sent in minutes? (question 26)"""

    def hosting_and_attendance(
        self,
        *,
        year: int | None = None,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Attended]:
        """What did each member host and attend? (question 27)"""

    def document(
        self,
        sha256: str,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[RecordedDocument]:
        """Which events recorded this document? (question 28)"""

    def after_close(
        self,
        *,
        year: int | None = None,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[AfterClose]:
        """What was recorded about a year after it was closed? (question 30)"""

    def what_if(
        self,
        clause: str,
        days: int,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Supposed]:
        """What if a clause set a deadline of so many days? (question 32)"""

    def weedable(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Weedable]:
        """What may be weeded? (question 33)"""
