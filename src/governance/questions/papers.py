"""Questions about papers: the work plan, what was sent in and whether it is current, and recorded documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from governance.compliance.facts import Facts
from governance.compliance.values import Verdict
from governance.compliance.versions import ruling_in
from governance.model.aggregate import FactCorrected
from governance.model.event import Digest, Event
from governance.model.meeting import MeetingCancelled, MeetingRescheduled, MeetingScheduled
from governance.model.network import mandate_of
from governance.model.network_events import (
    DocumentWeeded,
    MeetingDatesSubmitted,
    MemberJoined,
    MemberLeft,
    RegisterSubmitted,
    RoleAssigned,
    RoleEnded,
    WorkPlanAdopted,
)
from governance.questions.picking import Standing, pick
from governance.questions.view import View
from governance.text import N_, _
from governance.time import When

__all__ = [
    "RecordedDocument",
    "Submission",
    "Weedable",
    "WorkPlan",
    "document",
    "submissions",
    "weedable",
    "work_plans",
]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """Whether a year has its work plan."""

    network: str
    year: int
    adopted: bool
    adopted_on: When | None
    position: int | None
    obligation: str | None
    """What is owed; None where no clause asks for a work plan."""
    verdict: Verdict | None


def work_plans(view: View) -> tuple[WorkPlan, ...]:
    """Whether the work plan was adopted, for each year in force through the given one."""
    rows: list[WorkPlan] = []
    for key, facts in view.happened.items():
        owed = {o.subject: (o.id, phase.verdict) for o, phase in view.standing(key) if o.duty == "work_plan_adopted"}
        begun = [version.since.year for version in facts.network.versions()]
        for year in range(min(begun, default=view.as_of.year + 1), view.as_of.year + 1):
            first, last = date(year, 1, 1), date(year, 12, 31)
            if ruling_in(facts, first, last).in_force(first, last):
                plans = [e for e in facts.network.all(WorkPlanAdopted) if e.year == year]
                plan = min(plans, key=lambda e: (facts.surely_by(e), e.originator_version), default=None)
                obligation, verdict = owed.get(str(year), (None, None))
                rows.append(
                    WorkPlan(key, year, plan is not None, plan.effective_on if plan else None,
                             facts.position(plan) if plan else None, obligation, verdict)
                )  # fmt: skip
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Submission:
    """Whether the meeting dates or the register of people were sent in, and are still as they were then."""

    network: str
    what: str
    """``meeting_dates`` or ``register``."""
    sent_on: When | None
    """When it was last sent in; None where it never was."""
    recipient: str | None
    position: int | None
    current: bool
    reason: str
    changes: tuple[int, ...]
    """The positions of what changed since."""


def submissions(view: View) -> tuple[Submission, ...]:
    """Whether the meeting dates and the register were sent in, to whom, and whether they are still current."""
    rows: list[Submission] = []
    for key, facts in view.happened.items():
        if facts.network.versions():
            owed = {o.duty: o.counterparty for o, _phase in view.standing(key)}
            dates = _last_sent(facts, MeetingDatesSubmitted, owed.get("meeting_dates_submitted"))
            register = _last_sent(facts, RegisterSubmitted, owed.get("register_submitted"))
            rows += (_dates(facts, dates), _register(facts, register, view.as_of))
    return tuple(rows)


_SentT = TypeVar("_SentT", MeetingDatesSubmitted, RegisterSubmitted)


def _last_sent(facts: Facts, kind: type[_SentT], owed_to: str | None) -> _SentT | None:
    """The last one that went to whom a clause owes it; to anybody, where none says to whom."""
    sent = facts.network.all(kind)
    if owed_to is not None:
        names = set(owed_to.split(", "))
        if "principal" in names:
            names |= {mandate_of(version).principal.key for version in facts.network.versions()}
        sent = [event for event in sent if event.recipient is None or event.recipient in names]
    return max(sent, key=lambda e: (facts.surely_by(e), e.originator_version), default=None)


def _dates(facts: Facts, sent: MeetingDatesSubmitted | None) -> Submission:
    if sent is None:
        return _never(facts, "meeting_dates")
    changes = [
        event
        for meeting in facts.meetings.values()
        for event in meeting.all(MeetingScheduled, MeetingRescheduled, MeetingCancelled)
        if facts.surely_by(event) > facts.surely_by(sent)
    ]
    reason = _("Since then meetings were scheduled, moved or cancelled.") if changes else _mismatch(facts, sent)
    return _submission(facts, "meeting_dates", sent, changes, reason)


def _mismatch(facts: Facts, sent: MeetingDatesSubmitted) -> str | None:
    """How the dates differ from the meetings planned in the same years."""
    years = {day.year for day in sent.dates}
    planned = [m.planned_on for m in facts.meetings.values() if m.planned_on and not m.cancelled]
    planned = [when for when in planned if when.first.year in years]
    lacking = [str(when) for when in planned if not any(when.first <= day <= when.last for day in sent.dates)]
    needless = [str(day) for day in sent.dates if not any(when.first <= day <= when.last for when in planned)]
    if not lacking and not needless:
        return None
    return _("The dates sent lack {lacking} and name {needless}, which is not planned.").format(
        lacking=", ".join(sorted(lacking)) or "-", needless=", ".join(sorted(needless)) or "-"
    )


def _register(facts: Facts, sent: RegisterSubmitted | None, as_of: date) -> Submission:
    if sent is None:
        return _never(facts, "register")
    changes = [event for day, event in _turns(facts) if facts.surely_by(sent) < day <= as_of]
    return _submission(facts, "register", sent, changes, _("Since then members or roles changed.") if changes else None)


def _turns(facts: Facts) -> Iterator[tuple[date, Event]]:
    """From which day each change of members and roles is one, and the event that brought it."""
    network = facts.network
    for joined in network.all(MemberJoined):
        yield facts.surely_by(joined), joined
    for left in network.all(MemberLeft):
        yield left.effective_on.last + _DAY, left
    for ended in network.all(RoleEnded):
        yield max(facts.surely_by(ended), ended.last_day + _DAY), ended
    for role in sorted({assigned.role for assigned in network.all(RoleAssigned)}):
        for assigned, first, last in network.terms(role):
            yield max(facts.surely_by(assigned), first), assigned
            if last and assigned.ends and last == assigned.ends.last:
                yield last + _DAY, assigned  # it ran out by itself


def _submission(
    facts: Facts, what: str, sent: RegisterSubmitted | MeetingDatesSubmitted, changes: list[Event], problem: str | None
) -> Submission:
    positions = tuple(sorted({facts.position(event) for event in changes}))
    reason = problem or _("Nothing in it has changed since.")
    return Submission(facts.key, what, sent.effective_on, sent.recipient, facts.position(sent), problem is None, reason,
                      positions)  # fmt: skip


def _never(facts: Facts, what: str) -> Submission:
    return Submission(facts.key, what, None, None, None, False, _("It was never sent in."), ())


@dataclass(frozen=True, slots=True)
class RecordedDocument:
    """An event that recorded the digest of a document."""

    network: str
    position: int
    event: str
    about: str
    """What the event is about: ``vux/2021-02-12``."""
    effective_on: When
    recorded_at: datetime
    actor: str
    reference: str | None
    """Where the document is to be found, if that was told."""
    holds: bool
    """False where the event was retracted since, or corrected to another document."""


def document(view: View, sha256: str) -> tuple[RecordedDocument, ...]:
    """Which events recorded a document, by the SHA-256 of its bytes; none, where it is another one."""
    wanted = sha256.lower()
    rows: list[RecordedDocument] = []
    for facts in view.facts.values():
        for position, (event, moment) in facts.recorded.items():
            digest = next((d for d in _digests(vars(event)) if d["sha256"] == wanted), None)
            if digest and facts.surely_by(event) <= view.as_of:
                rows.append(
                    RecordedDocument(facts.key, position, event.event_name, event.originator_id.partition(":")[2],
                                     event.effective_on, moment, event.actor.id, digest.get("reference"),
                                     _holds(facts, event, wanted))
                )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: row.position))


def _digests(value: object) -> Iterator[Mapping[str, Any]]:
    """Everything in an event that has a ``sha256``: a Digest, a mandate, or what a correction put in its place."""
    if isinstance(value, Digest):
        yield vars(value)
    elif isinstance(value, Mapping):
        if isinstance(value.get("sha256"), str):
            yield value
        for entry in value.values():
            yield from _digests(entry)


def _holds(facts: Facts, event: Event, sha256: str) -> bool:
    """Whether the event, or for a correction the event that it corrects, still says so."""
    version = event.corrects if isinstance(event, FactCorrected) else event.originator_version
    fact = next((f for f in facts.aggregate(event).facts if f.originator_version == version), None)
    return fact is not None and any(d["sha256"] == sha256 for d in _digests(vars(fact)))


@dataclass(frozen=True, slots=True)
class Weedable:
    """Something recorded that is no longer to be kept."""

    network: str
    obligation: str
    clause: str | None
    event: str
    """The id of the event that recorded it: ``meeting:vux/2021-02-12@5``."""
    kept_until: When
    weeded_on: When | None
    """When its document was weeded; None where it is still there."""


def _recorded_by(standing: Standing) -> Event:
    return standing.view.facts[standing.obligation.network].recorded[standing.phase.evidence[0]][0]


def _weeded_on(standing: Standing) -> When | None:
    weeded = standing.view.happened[standing.obligation.network].network.all(DocumentWeeded)
    return {event.event: event.effective_on for event in weeded}.get(_recorded_by(standing).event_id)


weedable = pick(
    Weedable,
    lambda s: s.obligation.duty == "retention" and s.phase.verdict == "fulfilled" and s.phase.due is not None,
    N_("What may be weeded on a day, because the time for which the mandate has it kept is over; the oldest first."),
    event=lambda s: _recorded_by(s).event_id,
    kept_until=lambda s: s.phase.due,
    weeded_on=_weeded_on,
    order=lambda row: (row.kept_until.last, row.obligation),
)
