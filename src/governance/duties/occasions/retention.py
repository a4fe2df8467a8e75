"""How long what was recorded is kept, and from when on it may be weeded."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import begins_on, limited
from governance.compliance.duty import CompiledDuty
from governance.compliance.occasions import Occasion
from governance.compliance.schedule import Schedule, decided
from governance.compliance.timeline import excused, merged
from governance.compliance.values import Obligation, Phase, Reason
from governance.compliance.workdays import shifted
from governance.duties.due.length import Length
from governance.duties.occasions.base import Duty, on_every_day, states_last
from governance.duties.occasions.recorded import of_network
from governance.duties.proof import proof
from governance.duties.scene import Scene
from governance.mandate.names import every
from governance.mandate.values import Evidence
from governance.model.event import Event
from governance.model.network_events import DocumentWeeded
from governance.text import N_, _
from governance.time import When

__all__ = ["Retention"]

_KEPT_FROM = {
    "event": N_("the day on which each was recorded as done"),
    "period_end": N_("the end of the calendar year of each"),
    "mandate_end": N_("the end of the mandate"),
    "dissolved": N_("the dissolution of the body"),
}


class Retention(Duty):
    """What was recorded of this evidence, and its document, is kept for so long; afterwards it may be weeded."""

    pattern: Literal["retention"]
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1, title="What is kept")]
    keep: Annotated[Length | None, Field(title="For how long; for ever where left out")] = None
    from_: Annotated[
        Literal["event", "period_end", "mandate_end", "dissolved"], Field(alias="from", title="Counted from")
    ] = "event"

    word_for: ClassVar = "retention"
    names_recipient: ClassVar = False

    def sentence(self, within: Scene) -> str:
        things = every([proof(word, within.names).things for word in self.evidence])
        holder = self.holder_in_words(within.names)
        if self.keep is None:
            return _("{holder} must keep {things} for ever.").format(holder=holder, things=things)
        text = _("{holder} must keep {things} for {length} from {start}; after that they may be weeded.")
        start = _(_KEPT_FROM[self.from_])
        return text.format(holder=holder, length=self.keep.in_words(), start=start, things=things)

    def subjects(self, case: Case, duty: CompiledDuty, _horizon: int, /) -> tuple[str, ...]:
        return states_last(case, duty)

    def judge(self, case: Case, duty: CompiledDuty, _whole: str, /) -> Iterator[Obligation]:
        """One obligation for each thing recorded of the evidence, since the clause is in force."""
        facts, first = case.facts, case.ruling.first_day(duty.clause)
        names: Counter[str] = Counter()
        weeded = {e.event: e for e in facts.network.all(DocumentWeeded)}
        for word in self.evidence:
            for event in sorted(of_network(facts, word), key=facts.surely_by):  # of one meeting by their days
                day = facts.surely_by(event)
                if day < first:
                    continue
                kind, _colon, ref = event.originator_id.partition(":")
                key = ref.partition("/")[2] if kind == "meeting" else day.isoformat()
                about = f"{key}-{word}"
                names[about] += 1
                if names[about] > 1:
                    about = f"{about}.{names[about]}"
                yield from _kept(case, duty, self, about, event, day, weeded.get(event.event_id))


def _kept(
    case: Case,
    duty: CompiledDuty,
    pattern: Retention,
    about: str,
    event: Event,
    day: date,
    weeded: DocumentWeeded | None,
) -> Iterator[Obligation]:
    facts = case.facts
    until = _until(case, pattern, day)
    evidence = facts.evidence(event)
    due = When.day(until) if until else None
    known = _known_since(case, pattern, day)
    if until:
        step = Reason(N_("It is kept through {day}; after that it may be weeded."), {"day": until})
        phases = [Phase(day, "upcoming", Reason(N_("It is to be kept.")), None, None, evidence)] if known > day else []
        phases += [
            Phase(
                max(day, known), "upcoming", Reason(N_("It is to be kept through {day}."), {"day": until}), due, None,
                evidence,
            ),
            Phase(until + timedelta(days=1), "fulfilled",
                  Reason(N_("It was to be kept through {day}; it may be weeded."), {"day": until}), due,
                  When.day(until), evidence),
        ]  # fmt: skip
    else:
        step = Reason(N_("It is kept for ever, or until something happens that has not happened yet."))
        phases = [Phase(day, "upcoming", Reason(N_("It is to be kept.")), None, None, evidence)]
    gone = facts.surely_by(weeded) if weeded else None
    if weeded and gone and (until is None or gone <= until):
        early = Reason(N_("It was weeded {when}, too early."), {"when": weeded.effective_on})
        phases = [p for p in phases if p.since < gone]
        phases.append(Phase(gone, "breached", early, due, None, facts.evidence(event, weeded)))
    occasion = Occasion(
        about=about, subject=facts.key, begins=day, arises=day, counts=day,
        anchors={**case.fixed, "trigger": on_every_day(day)}, recorded=lambda word: of_network(facts, word),
    )  # fmt: skip
    owed = begins_on(case, duty, occasion)
    if owed is None:
        return
    excuse = decided(case, duty, occasion, Schedule()).excuse
    kept = excused(merged(limited(phases, *owed)), excuse)
    yield case.made(duty, occasion, phases=kept, to=Addressee(None), first_due=due, steps=[step])


def _known_since(case: Case, pattern: Retention, day: date) -> date:
    """Since when the day is known from which it counts: nobody knows beforehand when the body will be dissolved."""
    return (_dissolved(case) if pattern.from_ == "dissolved" else None) or day


def _dissolved(case: Case) -> date | None:
    """The last day of the body, or of its last life, should it live again later."""
    lives = case.facts.network.lives()
    gone = next((last for _first, last in reversed(lives) if last), None)
    follows = gone + timedelta(days=1) if gone and gone < date.max else None
    if follows and any(first <= follows and (last is None or follows <= last) for first, last in lives):
        return None
    return gone


def _until(case: Case, pattern: Retention, day: date) -> date | None:
    """The last day on which it must be kept; None where there is none, or none yet."""
    network = case.facts.network
    if pattern.keep is None:
        return None
    if pattern.from_ == "mandate_end":
        ends = network.ends_of(case.ruling.version) if case.ruling.version else None
    elif pattern.from_ == "dissolved":
        ends = _dissolved(case)
    else:
        ends = date(day.year, 12, 31) if pattern.from_ == "period_end" else day
    return shifted(ends, pattern.keep, case.place) if ends else None
