"""Random mandates and histories: the ledger says of every obligation on every day what a slow evaluation says that
was written by ``docs/language.md`` alone, and no verdict goes back on what it said.
"""

from collections.abc import Sequence
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from governance.compliance.facts import Record
from governance.compliance.judge import judge_all
from governance.duties.compiled import duties
from governance.duties.facts_of import facts_of
from governance.duties.occasions.unmeasured import Unmeasured
from governance.duties.reading import read_mandate
from governance.model.aggregate import FactCorrected, FactRetracted
from governance.model.network_events import (
    MandateAmended,
    MandateEnded,
    NetworkDissolved,
    NetworkReestablished,
    RoleAssigned,
    RoleEnded,
)
from tests.kit.reference import Judged, Reference, without_idle_due
from tests.kit.story import by_the_ledger, differences
from tests.kit.wild_histories import DAYS, live
from tests.kit.wild_mandates import mandates
from tests.kit.world import World

LAST = date(2022, 3, 31)
ANY = st.randoms(use_true_random=False)

FINAL = {"fulfilled", "fulfilled_late", "breached", "waived", "void", "undetermined"}
"""The last word on a day: only a correction, or a record of what happened before, can change it."""
OPEN = {"upcoming", "overdue", "outstanding"}

MOVES: dict[str | None, dict[str, str]] = {
    None: dict.fromkeys(OPEN | FINAL, "an obligation begins with whatever holds on its first day"),
    "upcoming": {
        "overdue": "its last good day is past",
        "outstanding": "what calls for it has happened, and there is no deadline",
        "fulfilled": "it was done",
        "fulfilled_late": "it was done on the day on which it became known that it had been due before",
        "breached": "it was done too early, a number was missed, or it can come no longer",
        "waived": "it was waived, or an exemption came to apply",
        "void": "what called for it is gone",
        "undetermined": "it was done, but told too roughly, or the mandate is silent",
    },
    "overdue": {
        "upcoming": "it was extended, the meeting moved, or an exemption with a later date came to apply",
        "outstanding": "an exemption without a date came to apply, or what it counted from is open again",
        "fulfilled": "what was done is also the reason for a later date",
        "fulfilled_late": "it was done",
        "breached": "the meeting was held without it",
        "waived": "it was waived, or an exemption came to apply",
        "void": "what called for it is gone",
        "undetermined": "it was done, but told too roughly",
    },
    "outstanding": {
        "upcoming": "an extension or an exemption gave it a date",
        "overdue": "an exemption gave it a date that is past",
        "fulfilled": "it was done",
        "fulfilled_late": "what was done is also the reason for a date, which is past",
        "breached": "it was done too early",
        "waived": "it was waived, or an exemption came to apply",
        "void": "what called for it is gone",
        "undetermined": "it was done, but told too roughly to say whether it was too early",
    },
    "fulfilled": {
        "fulfilled_late": "the day that its date counts from became known, and it had been due before",
        "undetermined": "that day became known, and it was told too roughly to say whether it was in time",
        "breached": "a meeting was led too early, as became known later",
        "waived": "one of these days became known, and it was excused by then",
    },
    "fulfilled_late": {
        "waived": "it was excused afterwards",
        "breached": "the day before which it was too early became known",
    },
    "breached": {
        "waived": "it was excused afterwards",
        "fulfilled": "it had been done too early, and is done in its time",
        "fulfilled_late": "the same, but late",
        "undetermined": "the same, but told too roughly",
    },
    "undetermined": {
        "waived": "it was excused afterwards",
        "breached": "the day before which it was too early became known",
    },
}
"""As days pass, with one state of knowledge: from each verdict, those that may follow, and why. What is waived or void
stays so."""

UNMEASURED = {(None, "undetermined"), ("undetermined", "void")}
"""What is never judged is undetermined, until what it depends on, or its clause, is gone."""

OF_OTHER_DAYS = (RoleAssigned, RoleEnded, MandateAmended, MandateEnded, NetworkDissolved, NetworkReestablished)
"""What tells of other days than the one on which it happened."""


def records_of(w: World) -> list[Record]:
    return list(w.ledger.desk.records_of("net", w.size))


def days(rng: Random) -> list[date]:
    return sorted(date.fromisoformat(day) for day in rng.sample(DAYS, 6))


@given(mandate=mandates(), rng=ANY)
def test_the_ledger_says_what_the_reference_says(mandate: tuple[str, ...], rng: Random) -> None:
    records = records_of(live(rng, mandate, rng.randint(0, 60)))
    reference = Reference("net", [(r.position, r.recorded_at, r.event) for r in records], LAST)
    for day in [*days(rng), LAST]:
        found, expected = by_the_ledger("net", records, day), reference.on(day)
        assert not differences(found, expected)


@given(mandate=mandates(), rng=ANY)
def test_and_so_does_its_index(mandate: tuple[str, ...], rng: Random) -> None:
    w = live(rng, mandate, rng.randint(0, 30))
    records = records_of(w)
    position = rng.randint(1, w.size)
    known = [r for r in records if r.position <= position]
    day = rng.choice(days(rng))
    found = {
        item.id: without_idle_due(Judged(item.verdict, item.due_on))
        for item in w.ledger.obligations(as_of=day, known_at=position)
    }
    expected = Reference("net", [(r.position, r.recorded_at, r.event) for r in known], day).on(day)
    assert not differences(found, expected)


@given(mandate=mandates(), rng=ANY)
def test_as_days_pass_a_verdict_moves_only_along_the_allowed_ways(mandate: tuple[str, ...], rng: Random) -> None:
    records = records_of(live(rng, mandate, rng.randint(0, 60)))
    never_judged = {d.id for d in duties(read_mandate(mandate[0])) if isinstance(d.duty, Unmeasured)}
    for obligation in judge_all(facts_of("net", records), LAST.year + 1):
        before: str | None = None
        for phase in obligation.phases:
            if phase.verdict != before and obligation.id.split("/")[1] in never_judged:
                assert (before, phase.verdict) in UNMEASURED, (obligation.id, before, phase)
            elif phase.verdict != before:
                assert phase.verdict in MOVES.get(before, {}), (obligation.id, before, phase)
            before = phase.verdict


def judged(records: Sequence[Record], day: date) -> dict[str, str]:
    return {name: found.verdict for name, found in by_the_ledger("net", list(records), day).items()}


@given(mandate=mandates(), rng=ANY)
def test_the_last_word_on_a_day_is_changed_only_by_corrections_and_late_records(
    mandate: tuple[str, ...], rng: Random
) -> None:
    records = records_of(live(rng, mandate, rng.randint(10, 40)))
    day = rng.choice(days(rng))
    limited = {d.id for document in mandate for d in duties(read_mandate(document)) if d.not_before}
    before: dict[str, str] = {}
    for number in range(1, len(records) + 1):
        event = records[number - 1].event
        now = judged(records[:number], day)
        later = event.effective_on.first > day
        if later and not isinstance(event, (FactCorrected, FactRetracted, *OF_OTHER_DAYS)):
            for name, verdict in before.items():
                if verdict in FINAL and name.split("/")[1] not in limited:  # an opening day decides for days before it
                    assert now.get(name) == verdict, (name, verdict, event)
        before = now
