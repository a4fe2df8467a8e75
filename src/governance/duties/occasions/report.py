"""The report pattern: each report that an assignment asks for, due as the assignment says."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar, Literal

from governance.compliance.case import Case
from governance.compliance.deeds import begins_on
from governance.compliance.duty import CompiledDuty
from governance.compliance.facts import Facts
from governance.compliance.holders import Bearers, bearers_of, with_bearers
from governance.compliance.occasions import Occasion
from governance.compliance.schedule import extended, ignored, too_late, waived
from governance.compliance.timeline import Course, DueSince, Stop, earliest, first_of
from governance.compliance.values import Obligation, Reason
from governance.duties.evidence import evidence_called
from governance.duties.occasions.base import Duty, on_every_day
from governance.duties.occasions.recorded import of_network
from governance.duties.scene import Scene
from governance.model.aggregate import happened
from governance.model.assignment import (
    Assignment,
    AssignmentIssued,
    AssignmentReassigned,
    AssignmentWithdrawn,
    DeadlineExtended,
    ObligationWaived,
    ReportAsked,
)
from governance.text import N_, _
from governance.time import When

__all__ = ["UNSTATED", "ReportDuty"]


class ReportDuty(Duty):
    """Each report of the assignments under this clause, due as the assignment says."""

    pattern: Literal["report"]

    names_recipient: ClassVar = True

    def sentence(self, within: Scene) -> str:
        text = _(
            "For each report of an assignment under this clause, {holder} must hand it in{to} when the assignment says."
        )
        return text.format(holder=self.holder_in_words(within.names), to=self.to_in_words(within.names))

    def completed(self, duty: CompiledDuty) -> CompiledDuty:
        return replace(duty, named_by_subject=True)

    def subjects(self, case: Case, duty: CompiledDuty, _horizon: int, /) -> tuple[tuple[str, str], ...]:
        """The reports that the assignments under its clause ask for, where its version governed when they were
        issued."""
        return tuple(_asked(case, lambda clause: clause == duty.clause))

    def judge(self, case: Case, duty: CompiledDuty, subject: tuple[str, str], /) -> Iterator[Obligation]:
        """Each report is owed by itself."""
        assignment = case.facts.assignment(subject[0])
        issued = assignment.issued
        if issued is None:
            return
        if begins_on(case, duty, _occasion(case, assignment, issued, subject[1])):
            yield from _owed_report(case, duty, assignment, subject[1])


class _Unstated:
    """Reports of assignments that no clause speaks of: owed by the network to the principal."""

    def subjects(self, case: Case, _duty: CompiledDuty, _horizon: int, /) -> tuple[tuple[str, str], ...]:
        """Those of assignments that were issued under this version."""
        spoken_of = {other.clause for other in case.ruling.duties if other.named_by_subject}
        return tuple(_asked(case, lambda clause: clause not in spoken_of))

    def judge(self, case: Case, duty: CompiledDuty, subject: tuple[str, str], /) -> Iterator[Obligation]:
        assignment, report = case.facts.assignment(subject[0]), subject[1]
        yield from _owed_report(case, duty, assignment, report)


UNSTATED = CompiledDuty(
    id="", clause=None, text={}, pattern="report", duty=_Unstated(), holder="network", counterparty=("principal",),
    owed="report", shows=evidence_called("none"), named_by_subject=True,
)  # fmt: skip
"""What is owed though no clause says so."""


def _asked(case: Case, concerns: Callable[[str | None], bool]) -> Iterator[tuple[str, str]]:
    """The reports of assignments that the version governed when they were issued, by the clause of the assignment."""
    for issued in case.facts.issued():
        if concerns(issued.clause) and case.ruling.governs(issued.effective_on.last):
            yield from ((issued.originator_id.partition(":")[2], asked.report) for asked in issued.reports)


def _occasion(case: Case, assignment: Assignment, issued: AssignmentIssued, report: str) -> Occasion:
    """A report as what calls for it, since the assignment was issued."""
    begins = case.facts.surely_by(issued)
    return Occasion(
        about=report, subject=assignment.ref, begins=begins, arises=begins, counts=begins,
        anchors={**case.fixed, "trigger": on_every_day(begins)}, recorded=lambda word: of_network(case.facts, word),
    )  # fmt: skip


def _owed_report(case: Case, duty: CompiledDuty, assignment: Assignment, report: str) -> Iterator[Obligation]:
    issued, asked, facts, counterparty = assignment.issued, assignment.asked(report), case.facts, duty.counterparty
    if issued is None or asked is None:
        return
    occasion = _occasion(case, assignment, issued, report)
    begins, identity = occasion.begins, f"{assignment.ref}/{report}"
    extensions, waiver = assignment.extensions(report), assignment.waiver(report)
    late = [reason for e in (*extensions, waiver) if e and (reason := too_late(case, duty, occasion, e))]
    extensions = [e for e in extensions if not too_late(case, duty, occasion, e)]
    later = list(extended(case, duty, occasion, identity))
    dues, steps = _report_dues(case, assignment, begins, asked, extensions, later)
    sent = assignment.submissions(report)
    done = case.done([e for e in sent if not counterparty or case.reached(e, counterparty[0])])
    own_excuse = _waived(facts, waiver) if waiver and not too_late(case, duty, occasion, waiver) else None
    excuse = earliest((own_excuse, waived(case, duty, occasion, identity)))
    phases = Course(begins, begins, dues, done, _withdrawn(facts, assignment), excuse=excuse).phases()
    yield Obligation(
        id=identity,
        network=facts.key,
        clause=issued.clause,
        duty=f"report:{report}",
        subject=assignment.ref,
        role=duty.holder,
        counterparty=", ".join(counterparty) or None,
        version=case.ruling.label,
        assumptions=(),
        derivation=(*steps, *late, *ignored(case, duty, occasion, identity)),
        first_due=asked.due or first_of(dues),
        phases=with_bearers(phases, _borne(case, assignment, duty.holder), None),
    )


def _report_dues(
    case: Case,
    assignment: Assignment,
    begins: date,
    asked: ReportAsked,
    extensions: Sequence[DeadlineExtended],
    decided: Sequence[tuple[DueSince, Reason]],
) -> tuple[list[DueSince], tuple[Reason, ...]]:
    """The date in the assignment, then what amended mandates and extensions made of it."""
    dues, steps = [], []
    if asked.due:
        dues.append(DueSince(begins, asked.due))
        steps.append(Reason(N_("The assignment asks for it {due}."), {"due": asked.due}))
    for since, due in case.ruling.report_changes(assignment.ref, asked.report, begins, asked.due):
        dues.append(DueSince(since, due))
        steps.append(Reason(N_("From {since} the amended mandate says {due}."), {"since": since, "due": due}))
    for extension in extensions:
        dues.append(DueSince(case.facts.surely_by(extension), extension.due))
        said = {"due": extension.due, "when": extension.effective_on, "by": extension.decided_by or "-",
                "why": extension.reason, "position": case.facts.position(extension)}  # fmt: skip
        steps.append(Reason(N_("Extended to {due} on {when}, decided by {by}: {why} (#{position})."), said))
    dues += [change for change, _step in decided]
    steps += [step for _change, step in decided]
    dues.sort(key=lambda change: change.since)
    if dues:
        last = dues[-1].due or When.day(begins)
        steps.append(Reason(N_("{due} lasts through {day}."), {"due": last, "day": last.last}))
    return dues, tuple(steps)


def _waived(facts: Facts, waiver: ObligationWaived) -> Stop:
    reason = Reason(N_("Waived {when}: {why}"), {"when": waiver.effective_on, "why": waiver.reason})
    return Stop(facts.surely_by(waiver), "waived", reason, facts.evidence(waiver))


def _withdrawn(facts: Facts, assignment: Assignment) -> Stop | None:
    gone = assignment.last(AssignmentWithdrawn)
    if gone is None:
        return None
    reason = Reason(N_("The assignment was withdrawn {when}: {why}"), {"when": gone.effective_on, "why": gone.reason})
    return Stop(facts.surely_by(gone), "void", reason, facts.evidence(gone))


def _borne(case: Case, assignment: Assignment, role: str) -> Bearers:
    """The role's holders, until somebody else was given the assignment."""
    own = bearers_of(case.facts, case.ruling.mandate, role)
    moved = sorted(assignment.all(AssignmentReassigned), key=happened)
    moves = [(case.facts.surely_by(e), e.to) for e in moved]
    if not moves:
        return own

    def on(day: date) -> tuple[str, ...]:
        taken = [to for since, to in moves if since <= day]
        return (taken[-1],) if taken else own.on(day)

    return Bearers(on, lambda: sorted([*own.changes(), *(since for since, _to in moves)]))
