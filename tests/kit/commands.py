"""Random commands on a small world, for property tests and for fuzzing: names from short lists, so that they meet.

``Random`` may be Hypothesis's own, so that a failing history shrinks.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from random import Random
from typing import Any

from governance.errors import GovernanceError
from governance.ledger import Ledger
from governance.ledger.signatures import command_model, command_names
from governance.model.assignment import ReportAsked
from governance.model.event import Digest, Source
from governance.model.meeting_events import Attendance
from governance.time import When
from tests.kit.mandates import clause, small, stated
from tests.kit.wild import wild_number, wild_text

__all__ = ["Told", "attempt", "begin", "command"]

Told = tuple[str, dict[str, Any]]
"""A command's name and its keywords, the first of which it takes by position."""

DAYS = [f"2021-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 12, 28)]
ROUGH = ["2021", "2021-05", "2021-06", "2021-10", "2022", "2022-01"]
LATE = ["2022-01-01", "2022-02-15", "2022-03-01"]


@cache
def mandates() -> tuple[str, ...]:
    """Versions for two networks, in force from different days."""
    more = clause("N1", pattern="standing", holder="board", counterparty=("principal",), evidence="summary_sent")
    other = stated(minutes_after=7, at_least=1).replace('due = "2021-10-15"', 'due = "2021-12"')
    return (
        small(stated()),
        small(stated(minutes_after=14), version="2", begins="2021-06-01"),
        small(other, more, version="3", begins="2021-06-15"),
        small(stated(at_least=3), version="4", begins="2021-03-01", ends="2021-09-30"),
        small(stated(minutes_after=30), version="5", begins="2022-01-01"),
        small(stated(minutes_after=30), key="oth", zone="America/New_York"),
        small(other, more, key="oth", version="2", begins="2021-04-01", zone="America/New_York"),
    )


PARTIES = ["person:p-a", "p-b", "Cia", "org:alby", "berga", "archive", "group:g", "network:net", "person:p-c"]
NETWORKS = ["net", "net", "net", "oth"]
ASSIGNMENTS = [*["net/a"] * 5, "net/b", "oth/a", "net/c"]
MEETINGS = [*["net/m1", "net/m2", "net/m3"] * 3, "net/m4", "oth/m1"]

POOLS: Mapping[str, list[Any]] = {
    "about": ["This", "That"],
    "act": ["review", "audit"],
    "agenda": [(), ("One", "Two")],
    "applies_to_running": [True, False],
    "case": [None, "r1", "r2"],
    "assignment": ASSIGNMENTS,
    "checkpoint": [None],
    "attendance": [
        (),
        (Attendance(member="alby", expected=2, present=1),),
        (Attendance(person="person:p-a", role="chair"),),
    ],
    "by": PARTIES,
    "document": [Digest(sha256="0" * 64), Digest(sha256="1" * 64, size=3)],
    "email": ["a@example.org", "b@example.org"],
    "given_as": ["chair", "board"],
    "goals": [(), ("1",), ("1", "2")],
    "group": ["g", "h"],
    "holder": PARTIES,
    "host": ["alby", "berga", "dal"],
    "into": ["p-a", "p-b", "p-c"],
    "key": ["a", "b", "c", "m1", "m2", "m3", "m4"],
    "kind": ["plain", "plain", "other"],
    "led_by": PARTIES,
    "meeting": MEETINGS,
    "member": ["alby", "berga", "ek"],
    "name": ["Ada", "Bo", "Cia"],
    "network": NETWORKS,
    "obligation": ["net/Se2/m1", "net/Se2/m2", "net/P1/2021", "net/M1/2021", "P1/2022", "net/O2", "net/none"],
    "organisation": ["alby", "berga"],
    "outcome": ["Done", "Dropped"],
    "reaches_back": [True, False],
    "period": ["2021", "2021-H1", "2021-Q3", "2021-05", "2021-2022", "2021-2022-Q1"],
    "person": ["p-a", "p-b", "p-c"],
    "phone": ["1", "2"],
    "place": ["Here"],
    "planned_at": ["09:00", "14:30"],
    "purpose": ["Good"],
    "reason": ["Because", "Why not"],
    "reasons": ["Because"],
    "recipient": ["principal", "archive", "registry", "network", "owners"],
    "remark": ["Done"],
    "report": ["partial", "partial", "final", "memo"],
    "reports": [(), (ReportAsked(report="partial", due=When.parse("2021-05")), ReportAsked(report="final"))],
    "responsible": PARTIES,
    "role": ["chair", "board", "office", "chair", "secretary"],
    "text": ["Do it"],
    "time_zone": ["Europe/Stockholm", "UTC"],
    "title": ["One", "Two"],
    "to": PARTIES,
    "what": ["agenda", "papers"],
    "where": ["Here", "There"],
    "year": [2021, 2022, 2020],
}

OTHERWISE: Mapping[tuple[str, str], list[str]] = {
    ("carry_over_action", "to"): MEETINGS,
    ("escalate_action", "to"): ["chair", "principal", "nobody"],
    ("establish_network", "network"): ["oth", "third"],
    ("extend_duty", "by"): ["chair", "principal", "nobody"],
    ("waive_duty", "by"): ["chair", "principal", "nobody"],
}
"""Where a keyword of one command is of another kind than in the others."""

DATES = ("planned_on", "starts", "ends", "due", "decided_on")

CHANGES: list[Callable[[Random], dict[str, Any]]] = [
    lambda rng: {"effective_on": rng.choice(DAYS + ROUGH)},
    lambda rng: {"effective_on": rng.choice(DAYS)},
    lambda rng: {"starts": rng.choice(DAYS)},
    lambda rng: {"ends": rng.choice([*DAYS, None])},
    lambda rng: {"planned_on": rng.choice(DAYS + ROUGH)},
    lambda rng: {"due": rng.choice(DAYS + ROUGH)},
    lambda rng: {"report": rng.choice(POOLS["report"])},
    lambda rng: {"reports": rng.choice([[], [{"report": "final", "due": "2021-07"}], [{"report": "other"}]])},
    lambda rng: {"host": rng.choice(POOLS["host"])},
    lambda rng: {"holder": rng.choice(["person:p-a", "person:p-b", "org:archive"])},
    lambda rng: {"led_by": rng.choice(["person:p-a", "person:p-b", None])},
    lambda rng: {"recipient": rng.choice(POOLS["recipient"])},
    lambda rng: {"kind": rng.choice(POOLS["kind"])},
    lambda rng: {"effective_at": rng.choice(["00:00", "23:59", None])},
    lambda rng: {"obligation": rng.choice(["P1/2021", "Se2/m1"])},
    lambda rng: {"year": rng.choice(POOLS["year"])},
    lambda rng: {"role": rng.choice(["chair", "board"])},
    lambda rng: {"clause": rng.choice(["U1", "Se2", None])},
    lambda rng: {"name": rng.choice(POOLS["name"])},
    lambda rng: {"time_zone": rng.choice(["UTC", "Asia/Tokyo"])},
]

OFTEN = {"submit_report": 6, "hold_meeting": 8, "schedule_meeting": 6, "submit_minutes": 6, "correct_fact": 12,
         "retract_fact": 6, "assign_role": 6, "end_role": 3, "extend_deadline": 4, "amend_mandate": 3,
         "adopt_mandate": 2, "give_feedback": 4, "change_host": 3, "reassign_assignment": 3, "dissolve_network": 0.2,
         "extend_duty": 3, "waive_duty": 2,
         "end_mandate": 0.5}  # fmt: skip
"""How much more often than once a command comes up."""


def command(rng: Random, ledger: Ledger, wildness: float = 0.0) -> Told:
    """A command for a ledger as it is; with ``wildness`` a value is replaced by one that nobody expects."""
    names = command_names()
    name = rng.choices(names, [OFTEN.get(n, 1.0) for n in names])[0]
    told: dict[str, Any] = {}
    fields = command_model(name).model_fields
    own = [field for field in fields if field not in _EVERYWHERE]
    for field in own:
        if fields[field].is_required() or rng.random() < 0.6:
            if rng.random() < wildness:
                told[field] = _wild(rng, fields[field].annotation)
            else:
                told[field] = _value(rng, name, field, ledger)
    if name == "correct_fact" and rng.random() >= wildness:
        told["changes"] = _fitting(rng, told["event"], ledger)
    if rng.random() < 0.9:
        told["on"] = wild_text(rng) if rng.random() < wildness else rng.choice(DAYS * 3 + ROUGH + LATE)
    if rng.random() < 0.1:
        told["at"] = wild_text(rng) if rng.random() < wildness else rng.choice(POOLS["planned_at"])
    if rng.random() < 0.15:
        told["decided_on"] = rng.choice(DAYS + ROUGH)
        told["decided_by"] = wild_text(rng) if rng.random() < wildness else "The owners"
    if rng.random() < wildness:
        field = rng.choice(("command_id", "actor", "clause", "authority"))
        told[field] = wild_text(rng)
    if rng.random() < wildness:
        told["source"] = Source(reference="Elsewhere")
    return name, told


_EVERYWHERE = (
    "on",
    "at",
    "actor",
    "command_id",
    "clause",
    "authority",
    "source",
    "decided_by",
    "decided_on",
    "before_record",
)


def _fitting(rng: Random, event: str, ledger: Ledger) -> dict[str, Any]:
    """Changes of fields that the event has."""
    number = event.removeprefix("#")
    records = ledger.desk.records(int(number) - 1, 1) if re.fullmatch("[1-9][0-9]{0,8}", number) else []
    has = set(type(records[0].event).model_fields) if records else set()
    possible = [changes for made in CHANGES if (changes := made(rng)).keys() <= has]
    return rng.choice(possible or [{"effective_on": rng.choice(DAYS)}])


def _value(rng: Random, name: str, field: str, ledger: Ledger) -> Any:
    if field in DATES:
        return rng.choice(DAYS * 2 + ROUGH)
    if field == "event":
        return f"#{rng.randint(1, max(ledger.desk.last_position(), 1))}"
    if field == "changes":
        return {}
    if field == "dates":
        return (rng.choice(DAYS),)
    if field == "file":
        return "mandate.toml"
    if field == "document" and name in ("adopt_mandate", "amend_mandate"):
        return rng.choice(mandates())
    if (name, field) in OTHERWISE:
        return rng.choice(OTHERWISE[name, field])
    return rng.choice(POOLS[field])


def _wild(rng: Random, annotation: Any) -> Any:
    """Of the right type, as a type checker sees it, and nothing more."""
    said = str(annotation)
    if "int" in said and "Mapping" not in said:
        return wild_number(rng)
    if "bool" in said:
        return rng.random() < 0.5
    if "Mapping" in said:
        return {wild_text(rng): _json(rng, 3) for _n in range(rng.randint(0, 3))} | rng.choice(CHANGES)(rng)
    if "Digest" in said:
        return Digest(sha256=f"{rng.getrandbits(256):064x}", size=abs(wild_number(rng)))
    if "Attendance" in said:
        return [Attendance(expected=rng.randint(0, 9), present=rng.randint(0, 9)) for _n in range(rng.randint(0, 3))]
    if "ReportAsked" in said:
        return [ReportAsked(report=f"r{rng.randint(0, 3)}", due=None) for _n in range(rng.randint(0, 3))]
    if "Sequence" in said:
        return [wild_text(rng) for _n in range(rng.randint(0, 3))]
    return wild_text(rng)


def _json(rng: Random, depth: int) -> Any:
    kind = rng.randint(0, 7 if depth else 5)
    if kind == 6:
        return [_json(rng, depth - 1) for _n in range(rng.randint(0, 3))]
    if kind == 7:
        return {wild_text(rng): _json(rng, depth - 1) for _n in range(rng.randint(0, 3))}
    return (None, True, wild_number(rng), rng.random() * 1e300, float("nan"), wild_text(rng))[kind]


def attempt(ledger: Ledger, told: Told) -> GovernanceError | None:
    """Tell it; a refusal or an input error comes back, anything else is a fault of the library."""
    name, keywords = told
    first, *others = keywords
    try:
        getattr(ledger, name)(keywords[first], **{key: keywords[key] for key in others})
    except GovernanceError as error:
        return error
    return None


def begin(ledger: Ledger) -> None:
    """A network with a mandate, persons, a chair, and meetings planned: so that random commands find something."""
    ledger.adopt_mandate(mandates()[0], on="2021-01-01")
    with ledger.unit() as unit:
        for person, name in (("p-a", "Ada"), ("p-b", "Bo"), ("p-c", "Cia")):
            unit.register_person(name, person=person, on="2021-01-01")
        unit.assign_role("net", role="chair", holder="p-a", starts="2021-01-01", on="2021-01-01")
        for number, day in enumerate(("2021-02-12", "2021-05-12", "2021-09-12", "2022-02-12"), 1):
            unit.schedule_meeting("net", planned_on=day, kind="plain", host="alby", key=f"m{number}", on="2021-01-01")
