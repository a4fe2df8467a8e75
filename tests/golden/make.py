"""Write the golden file of each stored event that has none yet: ``python -m tests.golden.make``.

A golden file is never written anew. It is a JSON list of two lines, each the bytes exactly as they are stored: an
event with every field filled, and one with no more than it must have. Where fields were added under the same schema
version (``LATER``), the first file stays as it was, and a second one (``….v1-2.json``) has them, too; what was added
to that (``AGAIN``) has a third.
"""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import governance.ledger  # noqa: F401 - registers every event
from governance.model.assignment import ReportAsked
from governance.model.event import REGISTRY, Actor, Digest, Event, Source, topic_of
from governance.model.meeting_events import Attendance
from governance.model.signing import rotation
from governance.proof.checkpoint import Checkpoint
from governance.proof.keys import SigningKey
from governance.proof.note import Note
from governance.store.mapper import EventMapper
from governance.time import When

FOLDER = Path(__file__).parent

KEY = SigningKey("example.org/board", bytes(range(32)))
NEXT_KEY = SigningKey("example.org/board", bytes(range(1, 33)))
CHECKPOINT = Checkpoint("example.org/board", 4711, bytes(range(32)))

DOCUMENT = Digest(sha256="0123456789abcdef" * 4, size=4711, media_type="application/pdf", reference='§ 12, "Bilaga"')

ENVELOPE: dict[str, Any] = {
    "command_id": "5f2b8c1e-0000-4000-8000-000000000001",
    "actor": Actor(id="person:p-frida", on_behalf_of="org:skovde", via="eid"),
    "effective_on": When.parse("2021-05-07"),
    "clause": "4.1.§b",
    "authority": "Skolchefsnätverket 2021-04-20, § 12",
    "source": Source(
        reference="Diarium 2021/17", recorded_at=datetime(2021, 5, 7, 10, 30, 0, 250_000, UTC), times_kept=True
    ),
    "before_record": True,
    "decided_by": "Skolchefsnätverket",
    "decided_on": When.parse("2021-04"),
}

LEAST: dict[str, Any] = {
    "command_id": "c",
    "actor": Actor(id="system:import"),
    "effective_on": When.parse("2021"),
}

FIELDS: dict[str, Any] = {
    "act": "risk-review",
    "case": "remiss-7",
    "about": "Årets arbete\n– i två delar",
    "agenda": ("Uppdragen", "Övrigt"),
    "applies_to_running": True,
    "attendance": (Attendance(person="person:p-anna"), Attendance(member="skovde", expected=2, present=0)),
    "by": "person:p-anna",
    "changes": {"effective_on": "2021-06-04", "document": None, "dates": ["2021-01-02"], "size": 1.5, "ok": True},
    "checkpoint": str(Note(CHECKPOINT.text).signed(KEY)),
    "closes": "network:vux@12",
    "corrects": 2,
    "dates": (date(2021, 2, 12), date(2021, 3, 19)),
    "document": DOCUMENT,
    "due": When.parse("2021-09"),
    "email": "anna@example.org",
    "ends": When.parse("2021-12"),
    "event": "meeting:vux/2021-02-12@5",
    "expected": 1,
    "given_as": "chair",
    "goals": ("1", "2"),
    "group": "sprakstod",
    "holder": "person:p-anna",
    "host": "lidkoping",
    "into": "p-eva",
    "key": "2021-1",
    "kind": "network",
    "led_by": "person:p-anna",
    "mandate_version": "2021 rev. A",
    "meeting": "vux/2021-02-12",
    "member": "skovde",
    "name": "Frida Åström",
    "network": "vux",
    "obligation": "Se2/2021-02-12",
    "organisation": "skovde",
    "outcome": "Klart",
    "period": "2021-2022-Q1",
    "phone": "0500-12 34 56",
    "place": "Sessionssalen",
    "planned_on": When.parse("2021-05-05"),
    "purpose": "Kartlägga",
    "reason": 'Krockar: "rektorsdagar"',
    "reasons": "Ofullständig",
    "recipient": "registry",
    "remark": "Slutförd",
    "report": "partial",
    "reports": (ReportAsked(report="partial", due=When.parse("2021-05")), ReportAsked(report="memo")),
    "responsible": "group:sprakstod",
    "retracts": 3,
    "role": "chair",
    "sha256": "fedcba9876543210" * 4,
    "starts": When.parse("2021-01-01"),
    "statement": str(Note(rotation(KEY.verifier, NEXT_KEY.verifier)).signed(KEY)),
    "text": "Beslut enligt förslag",
    "time_zone": "Europe/Stockholm",
    "title": "Gemensam ordning",
    "to": "org:skovde",
    "what": "agenda",
    "where": "https://example.org/protokoll",
    "verifier_key": str(NEXT_KEY.verifier),
    "year": 2021,
}

OTHERWISE: dict[tuple[str, str], Any] = {
    ("ActionCarriedOver", "to"): "vux/2021-03-19",
    ("ActionEscalated", "to"): "chair",
    ("DutyExtended", "by"): "principal",
    ("DutyWaived", "by"): "principal",
    ("MandateAdopted", "document"): 'governance = 1\nversion = "2021" # Å\n',
    ("MandateAdopted", "starts"): date(2021, 1, 1),
    ("MandateAdopted", "ends"): date(2021, 12, 31),
    ("MandateAmended", "document"): "governance = 1\n",
    ("MandateAmended", "starts"): date(2021, 7, 1),
    ("MandateAmended", "ends"): date(2021, 12, 31),
    ("MandateEnded", "ends"): date(2021, 12, 31),
    ("NetworkKindChanged", "to"): "Ständig kommitté",
}
"""Where a field of one event is of another kind than in the others."""

LATER: dict[str, dict[str, Any]] = {
    "Event": {"effective_at": "14:30"},
    "FeedbackGiven": {"period": "2021"},
    "MandateAmended": {"reaches_back": True},
    "MeetingCalled": {"reason": "Brådskande"},
    "MeetingDatesSubmitted": {"period": "2021-Q1"},
    "MeetingHeld": {"attendance": (Attendance(person="person:p-anna", member="skovde", role="deputy"),)},
    "MeetingRescheduled": {"planned_at": "09:00"},
    "MeetingScheduled": {"planned_at": "23:59"},
    "MinutesSubmitted": {"checkpoint": str(Note(CHECKPOINT.text).signed(KEY))},
    "RegisterSubmitted": {"period": "2021-T2"},
    "RoleAssigned": {"member": "skovde"},
    "RoleEnded": {"member": "skovde"},
    "SummarySent": {"period": "2021-H1"},
    "WorkingGroupReported": {"period": "2021-05"},
}
"""What events that had a golden file already were given afterwards; ``Event`` is for all of them."""

AGAIN: dict[str, dict[str, Any]] = {
    "MeetingHeld": {"attendance": (Attendance(person="person:p-anna", present=0, apology=True),)},
}
"""What those that had two of them were given after that."""

STREAMS = {
    "assignment": "assignment:vux/2021-1",
    "fact": "meeting:vux/2021-02-12",
    "ledger": "ledger:log",
    "meeting": "meeting:vux/2021-02-12",
    "network": "network:vux",
    "person": "person:p-anna",
}


def examples(kind: type[Event], *, later: int = 0) -> tuple[Event, Event]:
    """A fully filled event and a minimal one; ``later`` with what it was given after its first golden file, or after
    its second."""
    own = [name for name in kind.model_fields if name not in Event.model_fields]
    fields: dict[str, Any] = {name: OTHERWISE.get((kind.__name__, name), FIELDS.get(name)) for name in own}
    least = {name: value for name, value in fields.items() if kind.model_fields[name].is_required()}
    full = {name: value for name, value in fields.items() if name not in came_later(kind)}
    if later:
        full |= LATER["Event"] | LATER[kind.__name__] | (AGAIN[kind.__name__] if later > 1 else {})
    about: dict[str, Any] = {"originator_id": STREAMS[kind.topic.split(".")[1]], "originator_version": 5}
    return kind(**about, **ENVELOPE, **full), kind(**(about | {"originator_version": 1}), **LEAST, **least)


def came_later(kind: type[Event]) -> set[str]:
    """The fields that the first golden file does not have. Attendance was there; its lines were given more."""
    return {*LATER["Event"], *LATER.get(kind.__name__, {})} - {"attendance"}


def stages(kind: type[Event]) -> range:
    """Its golden files: the first, that with what came later, and that with what came after that."""
    return range(1 + (kind.__name__ in LATER) + (kind.__name__ in AGAIN))


def main() -> None:
    mapper = EventMapper()
    for kind in REGISTRY.values():
        for later in stages(kind):
            path = FOLDER / file_name(kind, later=later)
            if not path.exists():
                lines = [mapper.to_stored_event(event).state for event in examples(kind, later=later)]
                path.write_bytes(b"[\n" + b",\n".join(lines) + b"\n]\n")
                sys.stdout.write(f"{path.name}\n")


def file_name(kind: type[Event], *, later: int = 0) -> str:
    name, _slash, version = topic_of(kind).partition("/")
    return f"{name}.v{version}{f'-{later + 1}' if later else ''}.json"


if __name__ == "__main__":
    main()
