"""Random histories for a random mandate, told to a ledger: what it refuses is left out.

The days are few, and those at which something changes: ends of months and years, changes of the clocks, the days
around a due date.
"""

from collections.abc import Callable
from random import Random
from typing import Any

from governance.duties.reading import read_mandate
from governance.errors import GovernanceError
from governance.ledger import Ledger
from governance.model.event import Digest
from governance.model.meeting import Meeting
from governance.model.meeting_events import Attendance, MeetingHeld, MeetingRescheduled, MeetingScheduled
from tests.kit.world import World

__all__ = ["DAYS", "live", "some_day"]

DAYS = (
    "2021-01-01", "2021-01-31", "2021-02-01", "2021-02-28", "2021-03-01", "2021-03-26", "2021-03-27", "2021-03-28",
    "2021-03-29", "2021-03-31", "2021-04-01", "2021-04-15", "2021-04-30", "2021-05-01", "2021-05-03", "2021-05-04",
    "2021-06-30", "2021-07-01", "2021-08-31", "2021-10-29", "2021-10-31", "2021-11-01", "2021-12-24", "2021-12-31",
    "2022-01-01", "2022-01-03", "2022-01-31", "2022-02-28", "2022-03-01",
)  # fmt: skip
ROUGH = ("2021-03", "2021-05", "2021-12", "2021")
TIMES = ("00:00", "09:00", "14:30", "14:31", "23:59")
PEOPLE = ("p-a", "p-b", "p-c")
PARTIES = (*(f"person:{who}" for who in PEOPLE), "org:alby", "org:berga", "org:archive")
MEMBERS = ("alby", "berga", "dal", "ek")
MEETINGS = ("m1", "m2", "m3", "m4")
ROLES = ("chair", "board", "office")
CAME_AS = (None, None, None, None, "chair", "board")
ACTS = ("review", "check", "training")
TO = ("principal", "owners", "archive", "registry", "chair")
PAPER = Digest(sha256="0" * 64)

Told = dict[str, Any]


def some_day(rng: Random) -> str:
    return rng.choice(DAYS)


def live(rng: Random, versions: tuple[str, ...], commands: int, *, corrections: bool = True) -> World:
    """A world in which a mandate was adopted on its first day and amended, and then this and that was told, on 1 June
    2022."""
    w = World(text="2022-06-01T12:00:00Z")
    w.ledger.adopt_mandate(versions[0], on=read_mandate(versions[0]).in_force.from_)
    last_begins = ""
    for amendment in versions[1:]:
        first = read_mandate(amendment).in_force.from_
        decided = rng.choice((f"{first}", f"{first}", "2021-03-28", "2021-08-31"))
        last_begins = max(last_begins, f"{first}", decided)
        running, back = rng.random() < 0.4, rng.random() < 0.2
        w.ledger.amend_mandate(amendment, on=decided, applies_to_running=running, reaches_back=back)
    for person in PEOPLE:
        w.ledger.register_person(person, person=person, on="2021-01-01")
    opening = w.size
    _usual(rng, w.ledger)
    for _n in range(commands):
        if rng.random() < 0.06:
            _hold(rng, w.ledger, rng.choice(MEETINGS))
        name, about, told = rng.choices(list(_COMMANDS), list(_COMMANDS.values()))[0](rng)
        if name != "end_mandate" or told["ends"] >= last_begins:  # the end of what was amended already says nothing
            _try(w.ledger, name, about, told)
        if corrections and rng.random() < 0.12 and w.size > opening:
            _try(w.ledger, *_correction(rng, w, opening))
    owed = [item.id for item in w.ledger.obligations(as_of="2022-03-01")] if commands > 20 else []
    for obligation in rng.sample(owed, min(len(owed), rng.choice((0, 1, 3)))):
        _try(w.ledger, *_decision(rng, rng.choice(("waive_duty", "waive_duty", "extend_duty")), obligation))
    return w


def _try(ledger: Ledger, name: str, about: str, told: Told) -> None:
    try:
        getattr(ledger, name)(about, **{key: value for key, value in told.items() if value is not None})
    except GovernanceError:
        return


def _usual(rng: Random, ledger: Ledger) -> None:
    """What most bodies do: they fill their roles, and plan and hold their meetings."""
    for role in rng.sample(ROLES, rng.randint(1, 3)):
        _try(ledger, "assign_role", "net", {"role": role, "holder": "org:archive" if role == "office" else "p-a",
                                            "starts": "2021-01-31", "on": "2021-01-31"})  # fmt: skip
    for key in MEETINGS[: rng.randint(0, 4)]:
        day = rng.choice(DAYS)
        at = rng.choice((None, "09:00", "14:30"))
        _try(ledger, "schedule_meeting", "net", {
            "key": key, "planned_on": day, "planned_at": at, "kind": rng.choice(("plain", "plain", "other")),
            "host": rng.choice((None, *MEMBERS[:3])), "on": min(day, rng.choice(DAYS))})  # fmt: skip
        if rng.random() < 0.7:
            _hold(rng, ledger, key)


def _hold(rng: Random, ledger: Ledger, key: str) -> None:
    """On the day for which it is planned; it is told where it moved before."""
    planned = ledger.unit().load(Meeting, f"meeting:net/{key}").planned_on
    if planned:
        at = rng.choice((None, None, *TIMES))
        _try(ledger, "hold_meeting", f"net/{key}", _held(rng) | {"on": planned, "at": at})


# the commands


def _on(rng: Random, *, rough: float = 0.04) -> Told:
    """A day, now and then with a time, or only a month or a year."""
    if rng.random() < rough:
        return {"on": rng.choice(ROUGH)}
    return {"on": some_day(rng), "at": rng.choice(TIMES) if rng.random() < 0.3 else None}


def _held(rng: Random) -> Told:
    persons, members = rng.sample(PARTIES[:3], rng.randint(0, 3)), rng.sample(MEMBERS[:3], rng.randint(0, 3))
    lines = [
        *(_line(rng, person=who, present=rng.choice((0, 1, 1)), role=rng.choice(CAME_AS)) for who in persons),
        *(_line(rng, member=member, present=rng.choice((0, 1, 2)), expected=2) for member in members),
    ]
    return {"led_by": rng.choice((None, *PEOPLE)), "attendance": tuple(lines)}


def _line(rng: Random, *, present: int, **told: Any) -> Attendance:
    """Now and then who did not come had sent an apology, or was not expected."""
    if present == 0 and rng.random() < 0.3:
        told["apology"] = True
    if present == 0 and rng.random() < 0.1:
        told["expected"] = 0
    return Attendance(present=present, **told)


def _meeting(name: str, made: Callable[[Random], Told]) -> Callable[[Random], tuple[str, str, Told]]:
    return lambda rng: (name, f"net/{rng.choice(MEETINGS)}", made(rng) | _on(rng))


def _network(name: str, made: Callable[[Random], Told]) -> Callable[[Random], tuple[str, str, Told]]:
    return lambda rng: (name, "net", made(rng) | _on(rng))


def _period(rng: Random) -> str | None:
    return rng.choice(
        (
            None,
            None,
            None,
            "2021",
            "2021-Q1",
            "2021-H1",
            "2021-03",
            "2021-Q4",
            "2020-2021",
            "2021-2022",
            "2021-W05",
            "2020-W53",
        )
    )


def _decided(name: str) -> Callable[[Random], tuple[str, str, Told]]:
    def made(rng: Random) -> tuple[str, str, Told]:
        abouts = MEETINGS if name == "extend_duty" else (*MEETINGS, "2021", "2021-Q1", "2021-03", "standing")
        return _decision(rng, name, f"net/D{rng.randint(1, 4)}/{rng.choice(abouts)}")

    return made


def _decision(rng: Random, name: str, obligation: str) -> tuple[str, str, Told]:
    more = {"due": rng.choice(DAYS)} if name == "extend_duty" else {}
    by = rng.choice((None, "principal", "owners", "chair", "archive"))
    return name, obligation, {"reason": "Because", "by": by, **more, "on": some_day(rng)}


def _assigned(rng: Random) -> tuple[str, str, Told]:
    starts, ends = some_day(rng), rng.choice((None, None, *DAYS))
    told = {"role": rng.choice(ROLES), "holder": rng.choice(PARTIES[:3]), "starts": starts, "ends": ends,
            "member": rng.choice((None, *MEMBERS[:3], "owner")), "on": min(starts, some_day(rng))}  # fmt: skip
    if told["role"] == "office":
        told |= {"holder": rng.choice(PARTIES[3:]), "member": None}
    return "assign_role", "net", told


def _scheduled(rng: Random) -> tuple[str, str, Told]:
    planned = some_day(rng)
    told = {"key": rng.choice(MEETINGS), "planned_on": planned, "planned_at": rng.choice((None, *TIMES)),
            "kind": rng.choice(("plain", "other")), "host": rng.choice((None, *MEMBERS[:3])),
            "on": min(planned, some_day(rng))}  # fmt: skip
    return "schedule_meeting", "net", told


_A = ("a", "b")

_COMMANDS: dict[Callable[[Random], tuple[str, str, Told]], float] = {
    _scheduled: 4,
    _assigned: 6,
    _meeting("reschedule_meeting", lambda rng: {"planned_on": some_day(rng),
                                                "planned_at": rng.choice((None, "14:30"))}): 3,
    _meeting("call_meeting", lambda rng: {"agenda": rng.choice(((), ("One",))),
                                          "reason": rng.choice((None, "Why"))}): 4,
    _meeting("send_papers", lambda rng: {"what": rng.choice(("agenda", "papers", "budget")),
                                         "recipient": rng.choice((None, *TO))}): 3,
    _meeting("prepare_meeting", lambda rng: {"by": rng.choice((None, *PARTIES))}): 2,
    _meeting("change_host", lambda rng: {"host": rng.choice(MEMBERS)}): 2,
    _meeting("cancel_meeting", lambda _rng: {}): 1.5,
    _meeting("draft_minutes", lambda rng: {"by": rng.choice((None, *PARTIES))}): 5,
    _meeting("approve_minutes", lambda rng: {"by": rng.choice(PARTIES)}): 6,
    _meeting("reject_minutes", lambda rng: {"by": rng.choice(PARTIES), "reasons": "No"}): 1.5,
    _meeting("submit_minutes", lambda rng: {"recipient": rng.choice((None, *TO)), "document": PAPER}): 2,
    _meeting("publish_minutes", lambda _rng: {}): 2,
    _meeting("give_meeting_feedback", lambda rng: {"recipient": rng.choice(TO), "by": rng.choice((None, *PARTIES)),
                                                   "given_as": rng.choice((None, None, *ROLES))}): 3,
    _meeting("take_decision", lambda rng: {"key": rng.choice(_A), "text": "So"}): 2,
    _meeting("agree_action", lambda rng: {"key": rng.choice(_A), "text": "Do"}): 4,
    _meeting("close_action", lambda rng: {"key": rng.choice(_A)}): 1.5,
    _meeting("carry_over_action", lambda rng: {"key": rng.choice(_A), "to": f"net/{rng.choice(MEETINGS)}"}): 1.5,
    _meeting("escalate_action", lambda rng: {"key": rng.choice(_A), "to": rng.choice(("principal", "chair"))}): 3,
    _network("end_role", lambda rng: {"role": rng.choice(ROLES), "holder": rng.choice(PARTIES),
                                      "ends": rng.choice((None, None, *DAYS))}): 4,
    _network("join_network", lambda rng: {"member": rng.choice(MEMBERS)}): 2,
    _network("leave_network", lambda rng: {"member": rng.choice(MEMBERS)}): 2,
    _network("record_act", lambda rng: {"act": rng.choice(ACTS), "period": _period(rng),
                                        "meeting": rng.choice((None, *(f"net/{key}" for key in MEETINGS))),
                                        "by": rng.choice((None, *PARTIES)), "remark": rng.choice((None, "Why")),
                                        "case": rng.choice((None, None, None, "a", "b", "p-a", "p-b")),
                                        "recipient": rng.choice((None, None, *TO)), "document": PAPER}): 12,
    _network("adopt_work_plan", lambda rng: {"year": rng.choice((2021, 2022))}): 1.5,
    _network("submit_register", lambda rng: {"document": PAPER, "recipient": rng.choice((None, *TO))}): 2,
    _network("submit_meeting_dates", lambda rng: {"dates": ["2021-05-01"], "recipient": rng.choice((None, *TO))}): 1.5,
    _network("form_working_group", lambda rng: {"group": rng.choice(_A), "name": "Group"}): 1.5,
    _network("report_working_group", lambda rng: {"group": rng.choice(_A), "period": _period(rng)}): 1.5,
    _network("give_feedback", lambda rng: {"recipient": rng.choice(TO), "by": rng.choice((None, *PARTIES)),
                                           "given_as": rng.choice((None, None, *ROLES)), "period": _period(rng)}): 3,
    _network("send_summary", lambda rng: {"recipient": rng.choice(TO), "period": _period(rng)}): 3,
    _network("register_agreement", lambda _rng: {"title": "Agreed"}): 1,
    _network("review_mandate", lambda rng: {"period": _period(rng)}): 2,
    _network("end_mandate", lambda rng: {"ends": some_day(rng)}): 0.5,
    _network("dissolve_network", lambda _rng: {}): 0.7,
    _network("reestablish_network", lambda _rng: {}): 0.7,
    _network("issue_assignment", lambda rng: {"key": rng.choice(_A), "title": "Task"}): 1,
    lambda rng: ("submit_report", "net/a", {"report": "partial", "recipient": rng.choice((None, *TO))} | _on(rng)): 2,
    lambda rng: ("extend_deadline", "net/a", {"report": "final", "due": some_day(rng), "reason": "So"} | _on(rng)): 1,
    lambda rng: ("waive_report", "net/a", {"report": "memo", "reason": "So"} | _on(rng)): 1,
    lambda rng: ("withdraw_assignment", "net/a", {"reason": "So"} | _on(rng)): 0.5,
    lambda rng: ("weed_document", f"#{rng.randint(5, 60)}", _on(rng)): 2,
    _decided("extend_duty"): 3,
    _decided("waive_duty"): 2,
}  # fmt: skip


def _correction(rng: Random, w: World, opening: int) -> tuple[str, str, Told]:
    """Of an event that came after the opening; often it is its day that was wrong. When meetings are planned and held
    is left as it was told, so that they are held on the day for which they are planned."""
    event = rng.randint(opening + 1, w.size)
    (record,) = w.ledger.desk.records(event - 1, 1)
    if isinstance(record.event, MeetingHeld | MeetingRescheduled | MeetingScheduled):
        return "correct_fact", f"#{event}", {"changes": {"kind": "other"}, "reason": "Wrong"}
    if rng.random() < 0.3:
        return "retract_fact", f"#{event}", {"reason": "Wrong"}
    changes = rng.choice(({"effective_on": some_day(rng)}, {"effective_on": some_day(rng)}, {"by": rng.choice(PARTIES)},
                          {"recipient": rng.choice(TO)}, {"period": "2021-Q1"}, {"starts": some_day(rng)}))  # fmt: skip
    return "correct_fact", f"#{event}", {"changes": changes, "reason": "Wrong"}
