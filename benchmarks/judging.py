"""How long it takes to judge a mandate of a thousand duties over fifty years of meetings, beside the making of as many
plain tuples with the same ids: what no program of this kind can do without."""

import gc
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from governance.compliance.facts import Record
from governance.compliance.judge import judge_all
from governance.duties.facts_of import facts_of
from governance.model.event import Actor, Event
from governance.model.meeting_events import Attendance, MeetingCalled, MeetingHeld, MeetingScheduled, MinutesSubmitted
from governance.model.network import digest_of, mandate_of
from governance.model.network_events import (
    ActRecorded,
    MandateAdopted,
    MemberJoined,
    NetworkEstablished,
    RoleAssigned,
    RoleEnded,
    WorkPlanAdopted,
)
from governance.time import When

DUTIES, YEARS, MEETINGS = 1000, 50, 6

HEAD = """governance = 1
version = "1"
title = "A thousand duties"
in_force = { from = 1970-01-01 }
network = { key = "net", name = "The net", time_zone = "Europe/Stockholm" }
principal = { key = "owner", name = "The owner" }
role = [{ key = "chair", name = "Chair", held_by = "person" }]
meeting_kind = [{ key = "plain", name = "Meeting" }]
act = [{ key = "report", name = "Report" }]
"""

SHAPES = (
    """pattern = "each_meeting"
holder = "chair"
evidence = "minutes_submitted"
due = {{ rule = "after", days = {n} }}""",
    """pattern = "each_meeting"
holder = "chair"
evidence = "meeting_called"
due = {{ rule = "before", days = {n} }}""",
    """pattern = "each_meeting"
holder = "chair"
measure = {{ of = "present", at_least = {{ part = "1/2" }} }}""",
    """pattern = "each_year"
holder = "network"
evidence = "work_plan_adopted"
due = {{ rule = "in_year", month = {m} }}""",
    """pattern = "each_period"
every = "quarter"
holder = "network"
evidence = "report"
due = {{ rule = "after", days = {n}, from = "period_end" }}""",
    """pattern = "quota"
holder = "network"
at_least = {m}""",
    """pattern = "kept"
holder = "network"
measure = {{ of = "holders", role = "chair", at_least = 1 }}""",
    """pattern = "standing"
holder = "network"
evidence = "register_submitted"
""",
    """pattern = "unmeasured"
holder = "network"
""",
    """pattern = "each_event"
event = "role_assigned"
holder = "network"
evidence = "report"
due = {{ rule = "after", months = {m} }}""",
)


def mandate() -> str:
    """A thousand duties of ten patterns, with some hundred different due dates among them."""
    clauses = (
        f'[[clause]]\nid = "c{i}"\ntext = "Clause {i}"\n[[clause.duty]]\n'
        + SHAPES[i % len(SHAPES)].format(n=i % 27 + 1, m=i % 12 + 1)
        for i in range(DUTIES)
    )
    return HEAD + "\n".join(clauses)


def history() -> Iterator[Event]:
    """Fifty years of a body that meets six times a year, reports each quarter and has a new chair every other year."""
    versions: dict[str, int] = {}

    def told(event: type[Event], about: str, day: date, **fields: Any) -> Event:
        versions[about] = versions.get(about, 0) + 1
        return event(
            originator_id=about, originator_version=versions[about], command_id="c", actor=Actor(id="system:bench"),
            effective_on=When.day(day), **fields,
        )  # fmt: skip

    net, first, text = "network:net", date(1970, 1, 1), mandate()
    yield told(NetworkEstablished, net, first, name="The net", time_zone="Europe/Stockholm")
    adopted = {"document": text, "sha256": digest_of(text), "mandate_version": "1", "starts": first}
    yield told(MandateAdopted, net, first, **adopted)
    for key in range(5):
        yield told(MemberJoined, net, first, member=f"m{key}")
    for year in range(1970, 1970 + YEARS):
        if year % 2 == 0:
            if year > 1970:
                yield told(RoleEnded, net, date(year, 1, 1), role="chair", holder=f"person:p{year - 2}")
            yield told(RoleAssigned, net, date(year, 1, 1), role="chair", holder=f"person:p{year}")
        yield told(WorkPlanAdopted, net, date(year, 2, 1), year=year)
        for quarter in range(4):
            yield told(ActRecorded, net, date(year, 3 * quarter + 2, 3), act="report")
        for number in range(MEETINGS):
            day = date(year, 1 + number * 12 // MEETINGS, 12)
            about = f"meeting:net/{day}"
            plan = {"network": "net", "key": str(day), "kind": "plain", "planned_on": When.day(day)}
            yield told(MeetingScheduled, about, day - timedelta(30), **plan)
            yield told(MeetingCalled, about, day - timedelta(8))
            yield told(MeetingHeld, about, day, attendance=tuple(Attendance(member=f"m{n}") for n in range(3)))
            yield told(MinutesSubmitted, about, day + timedelta(9))


def main() -> None:
    moment = datetime(2021, 1, 1, tzinfo=UTC)
    facts = facts_of("net", (Record(at, moment, event) for at, event in enumerate(history(), 1)))
    mandate_of(facts.network.versions()[0])  # reading the file is another matter
    gc.disable()
    began = time.process_time()
    judged = list(judge_all(facts, 1969 + YEARS))
    ours = time.process_time() - began
    began = time.process_time()
    plain = [(o.id + "", o.network, o.clause, *o[3:]) for o in judged]
    raw = time.process_time() - began
    print(f"I4 {DUTIES} duties, {YEARS} years, {len(judged)} obligations judged: {ours:.2f} s of processor time; "
          f"{ours / raw:.0f} times the making of as many tuples")  # fmt: skip
    if len(plain) != len(judged):
        sys.exit(1)


if __name__ == "__main__":
    main()
