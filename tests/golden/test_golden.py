"""Stored names and stored bytes are a format: what was ever written must be read for ever."""

import json
from pathlib import Path

import pytest
from eventsourcing.persistence import StoredEvent

import governance.ledger  # noqa: F401 - registers every event
from governance.errors import EventUnknown, EventUnreadable
from governance.model.event import REGISTRY, Event, topic_of
from governance.store.mapper import EventMapper
from tests.golden.make import came_later, examples, file_name, stages

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("governance.*.json"))
TOPICS = (FOLDER / "topics.txt").read_text().split()


def stored(path: Path) -> list[StoredEvent]:
    """The stored events of a golden file, as a database would hold them."""
    opening, full, least, closing = path.read_bytes().removesuffix(b"\n").split(b"\n")
    assert (opening, full[-1:], closing) == (b"[", b",", b"]")
    states = (full[:-1], least)
    return [StoredEvent(told["originator_id"], told["originator_version"], topic(path), state)
            for state, told in ((state, json.loads(state)) for state in states)]  # fmt: skip


def topic(path: Path) -> str:
    """``governance.meeting.MeetingHeld.v1.json`` (or ``.v1-2.json``) → ``governance.meeting.MeetingHeld/1``."""
    name, version = path.name.removesuffix(".json").rsplit(".v", 1)
    return f"{name}/{version.partition('-')[0]}"


def test_stored_names_are_those_that_were_ever_given() -> None:
    present = {topic_of(kind) for kind in REGISTRY.values()}
    older = {f"{kind.topic}/{version}" for kind in REGISTRY.values() for version in kind.upcasts}
    assert sorted(TOPICS) == sorted(present | older)
    assert len(TOPICS) == len(set(TOPICS))


def test_every_stored_name_has_its_golden_file_and_no_other_has() -> None:
    assert sorted({topic(path) for path in FILES}) == sorted(TOPICS)
    present = {file_name(kind, later=later) for kind in REGISTRY.values() for later in stages(kind)}
    assert present <= {path.name for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_golden_bytes_are_read_and_written_again_as_they_are(path: Path) -> None:
    mapper = EventMapper()
    for event in stored(path):
        read = mapper.to_domain_event(event)
        if topic(path) == topic_of(type(read)):
            again = mapper.to_stored_event(read)
            assert (again.topic, again.state) == (event.topic, event.state)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_golden_events_are_the_full_and_the_least(path: Path) -> None:
    mapper = EventMapper()
    full, least = (mapper.to_domain_event(event) for event in stored(path))
    kind = type(full)
    if topic(path) != topic_of(kind):
        return
    missing = set() if "-" in path.stem else came_later(kind)
    assert full.model_fields_set == set(kind.model_fields) - missing
    required = {name for name, field in kind.model_fields.items() if field.is_required()}
    assert least.model_dump(exclude_defaults=True, exclude_none=True).keys() == required


@pytest.mark.parametrize("later", range(3))
@pytest.mark.parametrize("kind", REGISTRY.values(), ids=lambda kind: topic_of(kind))
def test_events_written_today_have_the_golden_bytes(kind: type[Event], later: int) -> None:
    if later in stages(kind):
        mapper = EventMapper()
        path = FOLDER / file_name(kind, later=later)
        written = [mapper.to_stored_event(event).state for event in examples(kind, later=later)]
        assert written == [event.state for event in stored(path)]


@pytest.mark.parametrize(
    "name",
    [
        "governance.meeting.MeetingHeld/0",
        "governance.meeting.MeetingHeld/2",
        "governance.meeting.MeetingHeld/01",
        "governance.meeting.MeetingHeld/+1",
        "governance.meeting.MeetingHeld/1 ",
        "governance.meeting.MeetingHeld/١",
        "governance.meeting.MeetingHeld/",
        "governance.meeting.MeetingHeld",
        "governance.meeting.Nothing/1",
        "os:system/1",
        "antigravity/1",
        "",
        "/",
        "/1",
    ],
)
def test_other_names_are_unknown(name: str) -> None:
    state = stored(FOLDER / "governance.meeting.MeetingHeld.v1.json")[0].state
    with pytest.raises(EventUnknown, match="does not know"):
        EventMapper().to_domain_event(StoredEvent("meeting:vux/2021-1", 5, name, state))


HELD = b'{"originator_id":"meeting:a/b","originator_version":1,"command_id":"c","actor":{"id":"system:x"},'


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        HELD,
        HELD + b'"effective_on":"2021-5-1"}',
        HELD + b'"effective_on":"2021-05-01","unknown":1}',
        HELD + b'"effective_on":"2021-05-01","attendance":[{"member":"a","present":NaN}]}',
        HELD + b'"effective_on":"2021-05-01","attendance":[{"member":"a","present":1.5}]}',
        HELD + b'"effective_on":"2021-05-01","led_by":"Anna"}',
        HELD + b'"effective_on":"2021-05-01","decided_by":"\\ud800"}',
        HELD + b'"effective_on":"2021-05-01","decided_by":"\\u0000"}',
        b"[" * 100_000,
    ],
    ids=range(14),
)
def test_bytes_that_are_not_the_event_are_unreadable(state: bytes) -> None:
    with pytest.raises(EventUnreadable):
        EventMapper().to_domain_event(StoredEvent("meeting:a/b", 1, "governance.meeting.MeetingHeld/1", state))


def test_bytes_of_another_event_are_unreadable() -> None:
    state = HELD + b'"effective_on":"2021-05-01"}'
    with pytest.raises(EventUnreadable, match="meeting:a/b@1"):
        EventMapper().to_domain_event(StoredEvent("meeting:a/b", 2, "governance.meeting.MeetingHeld/1", state))
