"""A small network's history for a test of verdicts, told without a ledger: only the model's own rules stand between.

What is asked of it is answered twice, by the reference evaluation and by the ledger's rules, and must be the same.
"""

from datetime import UTC, date, datetime
from typing import Any, Self

from governance.compliance.facts import Record
from governance.compliance.judge import judge_all
from governance.duties.facts_of import facts_of
from governance.model.aggregate import Aggregate, Context, FactCorrected, FactRetracted
from governance.model.assignment import Assignment
from governance.model.event import Actor, Event
from governance.model.meeting import Meeting
from governance.model.meeting_events import MeetingHeld, MeetingScheduled
from governance.model.network import Network, digest_of
from governance.model.network_events import (
    ActRecorded,
    DutyExtended,
    DutyWaived,
    MandateAdopted,
    MandateAmended,
    MemberJoined,
    NetworkEstablished,
    RoleAssigned,
)
from governance.time import When
from tests.kit.mandates import small
from tests.kit.reference import Judged, Reference, without_idle_due

__all__ = ["ACTS", "SIDES", "Story", "by_the_ledger", "differences"]

ACTS = "".join(f'[[act]]\nkey = "{key}"\nname = "{key}"\n' for key in ("review", "check", "training"))
SIDES = """
[[side]]
key = "staff"
name = "Staff"
members = ["alby"]
roles = ["board"]
[[side]]
key = "owner"
name = "Owner"
members = ["berga", "dal"]
"""
_ACTOR = Actor(id="system:test")
_RECORDED = datetime(2079, 1, 1, 12, tzinfo=UTC)


def by_the_ledger(key: str, records: list[Record], day: date) -> dict[str, Judged]:
    """What the ledger's rules say of every obligation on a day."""
    found = {}
    for obligation in judge_all(facts_of(key, records), day.year + 1):
        if phase := obligation.on(day):
            assert obligation.id not in found, f"two obligations are called {obligation.id}"
            judged = Judged(phase.verdict, phase.due.last if phase.due else None)
            found[obligation.id] = without_idle_due(judged)
    return found


def differences(found: dict[str, Judged], expected: dict[str, Judged]) -> str:
    """What the ledger says, and what the reference says, of each obligation on which they do not agree."""
    names = sorted(found.keys() | expected.keys())
    lines = [f"{n}: {found.get(n)}, but by the reference {expected.get(n)}" for n in names]
    return "\n".join(line for n, line in zip(names, lines, strict=True) if found.get(n) != expected.get(n))


class Story:
    """The network ``net`` of ``small``, established and with its mandate from ``begins`` on."""

    def __init__(
        self, *parts: str, begins: str = "2021-01-01", established: str | None = None, ends: str | None = None,
        zone: str = "Europe/Stockholm", members: tuple[str, ...] = ("alby", "berga", "dal"),
    ) -> None:  # fmt: skip
        self.frame: dict[str, Any] = {"ends": ends, "zone": zone, "members": members}
        text = small(ACTS, SIDES, *parts, begins=begins, **self.frame)
        self.records: list[Record] = []
        self.network = Network("network:net")
        self.aggregates: dict[str, Aggregate] = {"network:net": self.network}
        self.first = first = established or begins
        self.body(NetworkEstablished, first, name="Net", time_zone=zone)
        self.body(
            MandateAdopted, begins, document=text, sha256=digest_of(text), mandate_version="1",
            starts=date.fromisoformat(begins), ends=date.fromisoformat(ends) if ends else None,
        )  # fmt: skip
        for member in members:
            self.body(MemberJoined, first, member=member)

    def amended(self, *parts: str, begins: str, decided: str | None = None, running: bool = False,
                back: bool = False) -> Self:  # fmt: skip
        """The next version, from ``begins`` on; decided on that day where ``decided`` says no other."""
        number = 1 + sum(isinstance(record.event, MandateAdopted | MandateAmended) for record in self.records)
        text = small(ACTS, SIDES, *parts, begins=begins, version=f"{number}", **self.frame)
        ends = self.frame["ends"]
        return self.body(
            MandateAmended, decided or begins, document=text, sha256=digest_of(text), mandate_version=f"{number}",
            starts=date.fromisoformat(begins), ends=date.fromisoformat(ends) if ends else None,
            applies_to_running=running, reaches_back=True if back else None,
        )  # fmt: skip

    # telling

    def tell(self, thing: str, kind_: type[Event], on: str, *, at: str | None = None, **fields: Any) -> Self:
        """One more event, which the model must accept; recorded long afterwards, unless ``recorded`` says when."""
        kinds = {"network": Network, "meeting": Meeting, "assignment": Assignment}
        if thing not in self.aggregates:
            self.aggregates[thing] = kinds[thing.partition(":")[0]](thing)
        aggregate = self.aggregates[thing]
        recorded = fields.pop("recorded", _RECORDED)
        event = kind_(
            originator_id=thing, originator_version=aggregate.version + 1, command_id="c", actor=_ACTOR,
            effective_on=When.parse(on), effective_at=at, **{k: v for k, v in fields.items() if v is not None},
        )  # fmt: skip
        aggregate.decide(event, Context(date(2080, 1, 1), self.network, lambda _person: True, "12:00"))
        self.records.append(Record(len(self.records) + 1, recorded, event))
        return self

    def body(self, kind_: type[Event], on: str, **fields: Any) -> Self:
        """Of the network itself."""
        return self.tell("network:net", kind_, on, **fields)

    def at(self, meeting: str, kind_: type[Event], on: str, **fields: Any) -> Self:
        """Of one of its meetings."""
        return self.tell(f"meeting:net/{meeting}", kind_, on, **fields)

    def planned(self, key: str, day: str, *, kind: str = "plain", on: str | None = None, **fields: Any) -> Self:
        on = on or self.first
        fields |= {"network": "net", "key": key, "kind": kind, "planned_on": When.parse(day)}
        return self.at(key, MeetingScheduled, on, **fields)

    def held(self, key: str, day: str, *, at: str | None = None, **fields: Any) -> Self:
        """A meeting that took place; planned for that day, if nothing was told before."""
        if f"meeting:net/{key}" not in self.aggregates:
            planned = {name: fields.pop(name) for name in ("kind", "host") if name in fields}
            self.planned(key, day, **planned)
        return self.at(key, MeetingHeld, day, at=at, **fields)

    def act(self, act: str, on: str, **fields: Any) -> Self:
        return self.body(ActRecorded, on, act=act, **fields)

    def holds(self, role: str, who: str, first: str, last: str | None = None, *, on: str | None = None,
              member: str | None = None) -> Self:  # fmt: skip
        """Somebody has a role from its first day to its last."""
        party = who if ":" in who else f"person:{who}"
        return self.body(RoleAssigned, on or first, role=role, holder=party, starts=When.parse(first), member=member,
                         ends=When.parse(last) if last else None)  # fmt: skip

    def extended(self, obligation: str, due: str, on: str, **fields: Any) -> Self:
        return self.body(DutyExtended, on, obligation=obligation, due=When.parse(due), reason="Because", **fields)

    def waived(self, obligation: str, on: str, **fields: Any) -> Self:
        return self.body(DutyWaived, on, obligation=obligation, reason="Because", **fields)

    def corrected(self, position: int, on: str, **changes: Any) -> Self:
        event = self.records[position - 1].event
        return self.tell(event.originator_id, FactCorrected, on, corrects=event.originator_version, changes=changes,
                         reason="Wrong")  # fmt: skip

    def retracted(self, position: int, on: str) -> Self:
        event = self.records[position - 1].event
        return self.tell(event.originator_id, FactRetracted, on, retracts=event.originator_version, reason="Wrong")

    # asking

    def judged(self, as_of: str, known: int | None = None) -> dict[str, Judged]:
        """Every obligation on a day, without the network in its id; the ledger and the reference agree on it."""
        day, records = date.fromisoformat(as_of), self.records[:known]
        expected = Reference("net", [(r.position, r.recorded_at, r.event) for r in records], day).on(day)
        found = by_the_ledger("net", records, day)
        assert found == expected, differences(found, expected)
        return {name.partition("/")[2]: judged for name, judged in expected.items()}

    def on(self, as_of: str, known: int | None = None) -> dict[str, str]:
        """The verdicts alone."""
        return {name: judged.verdict for name, judged in self.judged(as_of, known).items()}

    def due(self, as_of: str) -> dict[str, str | None]:
        """The last good days alone."""
        return {name: j.due.isoformat() if j.due else None for name, j in self.judged(as_of).items()}
