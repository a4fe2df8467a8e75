"""The verdict on every obligation on every day, found by living through the days one by one."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from governance.compliance.duty import CompiledDuty
from governance.duties.compiled import duties
from governance.duties.measures.attendance import Attendance
from governance.duties.occasions.each_event import EachEvent
from governance.duties.occasions.kept import Kept
from governance.duties.occasions.report import ReportDuty
from governance.duties.occasions.retention import Retention
from governance.duties.occasions.standing import Standing
from governance.duties.occasions.unmeasured import Unmeasured
from governance.model.assignment import (
    AssignmentWithdrawn,
    DeadlineExtended,
    ObligationWaived,
    ReportAsked,
    ReportSubmitted,
)
from governance.model.network_events import (
    DocumentWeeded,
    DutyExtended,
    DutyWaived,
    MemberJoined,
    MemberLeft,
    RoleAssigned,
    RoleEnded,
)
from tests.kit.reference.calendar import Deadline, length_after
from tests.kit.reference.dated import decided
from tests.kit.reference.history import DAY, Fact, History, Told, Version, days
from tests.kit.reference.judged import Judged, judged_done, judged_open
from tests.kit.reference.life import Life, Series
from tests.kit.reference.numbers import holds
from tests.kit.reference.occasions import Occasion, dissolved, key_of, occasions, of_this_cadence
from tests.kit.reference.proof import happening
from tests.kit.reference.stretches import Stretch, stretches

__all__ = ["Judged", "Reference", "without_idle_due"]


def _is_counted(duty: CompiledDuty) -> bool:
    """What is measured, or cannot be, is nobody's to do by itself."""
    measured = duty.measure is not None and not isinstance(duty.measure, Attendance)
    return measured or isinstance(duty.duty, Unmeasured)


def without_idle_due(judged: Judged) -> Judged:
    """By when it was due makes no difference to anybody where it is not owed any longer, or was broken for good."""
    return Judged(judged.verdict) if judged.verdict in ("waived", "void", "breached") else judged


def _by_now(stated: Callable[[date], date | None], extensions: list[Fact], day: date) -> Deadline | None:
    """The last extension, unless a later date became known after it."""
    due = stated(day)
    if extensions:
        until: date = extensions[-1].event.due.last
        if due is None or due <= until or stated(extensions[-1].day) == due:
            due = until
    return Deadline(due) if due else None


def _while_owed(found: Series, life: Life) -> Series:
    """From the first day on which it is owed; void where it is owed no longer, while it is still open."""
    owed = [day for day in found if life.is_owed(day)]
    kept: Series = {}
    gone = False
    for day, judged in found.items():
        if owed and day >= owed[0]:
            gone = gone or (day not in owed and judged.verdict == "upcoming")
            kept[day] = Judged("void") if gone else judged
    return kept


def _unless_waived(found: Series, life: Life) -> Series:
    waived = False
    for day, judged in found.items():
        waived = waived or (life.is_waived(day) and judged.verdict not in ("fulfilled", "void"))
        found[day] = Judged("waived") if waived else judged
    return found


class Reference:
    """Lives through all days of a history once, so that every day through ``until`` can be asked for."""

    def __init__(self, key: str, told: Sequence[Told], until: date) -> None:
        self.whole = History(key, told)
        self.until = until
        self.series: dict[str, Series] = {}
        for name, series in self._all():
            assert name not in self.series, f"two obligations are called {name}"
            self.series[name] = series

    def on(self, day: date) -> dict[str, Judged]:
        """Every obligation that there is on a day."""
        return {name: without_idle_due(series[day]) for name, series in self.series.items() if day in series}

    def _all(self) -> Iterator[tuple[str, Series]]:
        yield from self._reports()
        for version in self.whole.versions:
            yield from self._under(version)
        for stretch in stretches(self.whole):
            yield from self._kept(stretch)

    def _under(self, version: Version) -> Iterator[tuple[str, Series]]:
        """What a version of the mandate governs."""
        self.history, self.duties = self.whole.under(version), duties(version.mandate)
        for duty in self.duties:
            stem = f"{self.history.key}/{duty.id}"
            if isinstance(duty.duty, Retention):
                yield from ((f"{stem}/{about}", series) for about, series in self._retained(duty, duty.duty))
            elif not isinstance(duty.duty, ReportDuty | Kept):
                for occasion in occasions(self.history, duty, self.until):
                    yield from self._of_occasion(duty, occasion, stem)

    # one occasion: for each to whom, and by each by whom, it is owed

    def _of_occasion(self, duty: CompiledDuty, occasion: Occasion, stem: str) -> Iterator[tuple[str, Series]]:
        for to, named in self._recipients(duty):
            for holder, first, last in self._owing(duty, occasion):
                ends = [part for part in (named, holder and key_of(holder)) if part]
                about = [] if ends and isinstance(duty.duty, Standing) else [occasion.about]
                name = "/".join([stem, *about, *ends, *([duty.step] if duty.step else [])])
                life = Life(self.history, self.duties, duty, occasion, to, holder, name, first, last)
                yield name, life.series(self.until)

    def _recipients(self, duty: CompiledDuty) -> list[tuple[tuple[str, ...], str | None]]:
        named = duty.counterparty
        if len(named) > 1 and not _is_counted(duty) and (duty.to_each or duty.evidence == "feedback_given"):
            return [((name,), name) for name in named]
        return [(named, None)]

    def _owing(self, duty: CompiledDuty, occasion: Occasion) -> Iterator[tuple[str | None, date | None, date | None]]:
        """Each holder on some day of the occasion, from the first to the last of its days as one."""
        history = self.history
        if not duty.by_each or _is_counted(duty):
            yield None, None, None
            return
        opens = closes = occasion.comes(history)
        if occasion.period and occasion.last:
            closes = occasion.last
        elif isinstance(duty.duty, Standing):
            closes = date(self.until.year + 1, 1, 1)
        began: dict[str, date] = {}
        for day in days(opens, closes):
            for who in history.holders(duty.holder, day, occasion.meeting):
                began.setdefault(who, day)
        alone = self._alone(duty, occasion)
        for who in sorted(began):
            first, last = self._from_when_to_when(duty, who, opens, closes)
            if alone is None:
                yield who, first, last
            elif who == alone:
                leaves = isinstance(duty.duty, EachEvent) and duty.duty.event in ("role_ended", "member_left")
                yield who, None, None if leaves else last

    def _alone(self, duty: CompiledDuty, occasion: Occasion) -> str | None:
        """Whom an event concerns, where it is one of those who owe what it calls for: it is theirs alone."""
        event = occasion.event.event if occasion.event else None
        day = occasion.comes(self.history)
        if isinstance(event, RoleAssigned | RoleEnded):
            return event.holder if event.role == duty.holder else None
        if isinstance(event, MemberJoined | MemberLeft):
            return f"org:{event.member}" if duty.holder == "members" else None
        if occasion.party and isinstance(duty.duty, EachEvent):
            among = duty.duty.roles or ("members",)
            return occasion.party if duty.holder in among and self._is_one(duty.holder, occasion.party, day) else None
        return None

    def _is_one(self, holder: str, party: str, day: date) -> bool:
        return party in self.history.holders(holder, day)

    def _from_when_to_when(
        self, duty: CompiledDuty, who: str, opens: date, closes: date
    ) -> tuple[date | None, date | None]:
        """The first and last day as a holder, of all the times that touch the occasion."""
        if duty.holder == "members":
            times = self.history.memberships(key_of(who))
        else:
            times = [(t.first, t.last) for t in self.history.terms(duty.holder) if t.fact.event.holder == who]
        touching = [(first, last) for first, last in times if first <= closes and (last is None or last >= opens)]
        lasts = [last for _first, last in touching]
        if not touching:
            return None, None
        return min(first for first, _last in touching), None if None in lasts else max(d for d in lasts if d)

    # reports

    def _reports(self) -> Iterator[tuple[str, Series]]:
        for issued in self.whole.assignments():
            ref = issued.event.originator_id.partition(":")[2]
            for asked in issued.event.reports:
                yield f"{ref}/{asked.report}", self._report(issued, asked.report)

    def _report(self, issued: Fact, report: str) -> Series:
        history, found = self.whole, Series()
        version = history.version_on(issued.event.effective_on.last)
        stated = duties(version.mandate) if version else ()
        of_duty = [d for d in stated if isinstance(d.duty, ReportDuty) and d.clause == issued.event.clause]
        to = of_duty[0].counterparty[:1] if of_duty else ("principal",)
        powers = of_duty[0].waived_by if of_duty else ()
        name = f"{issued.event.originator_id.partition('/')[2]}/{report}"

        def in_time(facts: list[Fact]) -> list[Fact]:
            if not version or not of_duty or not of_duty[0].waived_at_the_latest:
                return facts
            duty, occasion = of_duty[0], Occasion(report, issued.day, issued.day)
            life = Life(history.under(version), stated, duty, occasion, (), None, name)
            return [f for f in facts if life.is_in_time(f, duty.waived_at_the_latest)]

        def own(kind: type) -> list[Fact]:
            same = [f for f in history.of(kind) if f.event.originator_id == issued.event.originator_id]
            return sorted((f for f in same if getattr(f.event, "report", report) == report), key=lambda f: f.order)

        sent = [
            f
            for f in own(ReportSubmitted)
            if f.event.recipient in (None, *to)
            or not to
            or ("principal" in to and f.event.recipient == history.mandate.principal.key)
        ]
        sent.sort(key=lambda f: f.order)
        asked = next(r for r in issued.event.reports if r.report == report)
        final: Judged | None = None
        for day in days(issued.day, self.until):
            extensions = in_time([*own(DeadlineExtended), *decided(history, DutyExtended, name, powers)])
            extended = sorted((f for f in extensions if f.day <= day), key=lambda f: f.order)
            due = _by_now(lambda at: self._stated(issued, asked, at), extended, day)
            waivers = in_time([*own(ObligationWaived), *decided(history, DutyWaived, name, powers)])
            waived = any(f.day <= day for f in waivers)
            if final is None and sent and sent[0].day <= day:
                final = judged_done(sent[0], due or "never")
            if final is None and any(f.day <= day for f in own(AssignmentWithdrawn)):
                final = Judged("void")
            if waived and (final is None or final.verdict not in ("fulfilled", "void")):
                final = Judged("waived")
            found[day] = final or judged_open(due or "never", day, issued.day)
        return found

    def _stated(self, issued: Fact, asked: ReportAsked, day: date) -> date | None:
        """By when a report is asked for: by the assignment, or by a version that applies to what is owed by then."""
        due = asked.due
        governing = self.whole.version_on(issued.event.effective_on.last)
        for version in self.whole.versions:
            if version.running and version is not governing and issued.day < version.since <= day:
                given = [a for a in version.mandate.assignments if a.key == issued.event.key]
                due = next((r.due for a in given for r in a.reports if r.key == asked.report and r.due), due)
        return due.last if due else None

    # numbers that are kept

    def _kept(self, stretch: Stretch) -> Iterator[tuple[str, Series]]:
        """Go through the days: an obligation begins on the first, and on each on which the number is lost."""
        whole = self.whole
        restored: dict[date, date | None] = {}
        begun = stretch.first
        last = min(self.until, stretch.stop - DAY) if stretch.stop else self.until
        for day in days(stretch.first, last):
            version = whole.version_on(day)
            in_force = version is not None and whole.alive(day)
            held = version is not None and in_force and holds(whole.under(version), stretch.measure, day)
            if day == stretch.first or (restored[begun] and in_force and not held):
                begun = day
                restored[begun] = None
            if held and restored[begun] is None:
                restored[begun] = day
        for begun, again in restored.items():
            version = whole.last_begun(begun)
            assert version
            history, duty = whole.under(version), stretch.duty_in(version)
            occasion = Occasion(begun.isoformat(), begun, begun, restored=again, superseded=stretch.stop)
            if of_this_cadence(history, duty, occasion):
                name = f"{history.key}/{duty.id}/{occasion.about}"
                life = Life(history, duties(version.mandate), duty, occasion, (), None, name)
                yield name, life.series(self.until)

    # what is kept in the archive

    def _retained(self, duty: CompiledDuty, pattern: Retention) -> Iterator[tuple[str, Series]]:
        seen: dict[str, int] = {}
        for evidence in pattern.evidence:
            for fact in sorted(happening(self.history, evidence, ()), key=lambda f: f.day):
                kind, _sep, ref = fact.event.originator_id.partition(":")
                about = f"{ref.partition('/')[2] if kind == 'meeting' else fact.day}-{evidence}"
                seen[about] = seen.get(about, 0) + 1
                if seen[about] > 1:
                    about = f"{about}.{seen[about]}"
                occasion = Occasion(about, fact.day, fact.day)
                name = f"{self.history.key}/{duty.id}/{about}"
                life = Life(self.history, self.duties, duty, occasion, (), None, name)
                governs = self.history.last_begun(fact.day) is self.history.version
                if governs and of_this_cadence(self.history, duty, occasion):
                    found = self._retention(pattern, fact)
                    yield about, _unless_waived(_while_owed(found, life), life)

    def _retention(self, pattern: Retention, fact: Fact) -> Series:
        history = self.history
        name = f"{fact.event.originator_id}@{fact.event.originator_version}"
        weeded = [f.day for f in history.of(DocumentWeeded) if f.event.event == name]
        found, final = Series(), None
        for day in days(fact.day, self.until):
            start = {
                "event": fact.day,
                "period_end": date(fact.day.year, 12, 31),
                "mandate_end": history.version.last if history.version else None,
                "dissolved": dissolved(history, day),
            }[pattern.from_]
            until = length_after(start, pattern.keep, history.mandate.working_days) if start and pattern.keep else None
            if final is None and any(w <= day and (until is None or w <= until) for w in weeded):
                final = Judged("breached", until)
            if final is None and until and day > until:
                final = Judged("fulfilled", until)
            found[day] = final or Judged("upcoming", until)
        return found
