"""How events become bytes, and what may come back out of bytes that somebody else has had."""

import json
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from eventsourcing.persistence import StoredEvent
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.errors import DateNotUnderstood, EventUnknown, EventUnreadable, FieldInvalid
from governance.model.event import REGISTRY, Actor, Event, Text, stored_as
from governance.store.mapper import EventMapper
from governance.store.recorder import Row
from governance.time import When

STREAM = "test:a"


class Noted(Event):
    note: Text
    tags: tuple[str, ...] = ()


def renamed(fields: dict[str, Any]) -> dict[str, Any]:
    fields["note"] = fields.pop("text")
    return fields


def marked(fields: dict[str, Any]) -> dict[str, Any]:
    return fields | {"note": fields["note"].upper()}


def refused(_fields: dict[str, Any]) -> dict[str, Any]:
    raise DateNotUnderstood(text="an error of ours")


class Moved(Event):
    """Version 3; an older one had ``text`` for ``note``."""

    note: str
    upcasts = {2: marked, 1: renamed}  # noqa: RUF012 - a class variable of Event


class Holed(Event):
    """Version 3, with no way from version 2."""

    upcasts = {1: renamed}  # noqa: RUF012 - a class variable of Event


class Failing(Event):
    upcasts = {1: refused}  # noqa: RUF012 - a class variable of Event


class Heir(Noted):
    """Never registered by itself."""


@pytest.fixture(autouse=True, scope="module")
def registered() -> Iterator[None]:
    with patch.dict(REGISTRY):
        stored_as("test.mapper.Noted")(Noted)
        stored_as("test.mapper.Moved", version=3)(Moved)
        stored_as("test.mapper.Holed", version=3)(Holed)
        stored_as("test.mapper.Failing", version=2)(Failing)
        yield


def noted(**fields: Any) -> Noted:
    said: dict[str, Any] = {
        "originator_id": STREAM,
        "originator_version": 1,
        "command_id": "c",
        "actor": Actor(id="system:test"),
        "effective_on": When.of("2021-05"),
        "note": "Åtta",
    }
    return Noted(**said | fields)


def fields_of(event: Event) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(EventMapper().to_stored_event(event).state)
    return fields


def row(state: bytes, topic: str = "test.mapper.Noted/1", *, stream: str = STREAM, version: int = 1) -> Row:
    return Row(stream, version, topic, state, 7, 1000)


def test_an_event_is_stored_under_its_name_as_json_without_what_is_not_said() -> None:
    stored = EventMapper().to_stored_event(noted())
    assert (stored.originator_id, stored.originator_version, stored.topic) == (STREAM, 1, "test.mapper.Noted/1")
    assert (
        stored.state
        == (
            '{"originator_id":"test:a","originator_version":1,"command_id":"c","actor":{"id":"system:test",'
            '"via":"unverified"},"effective_on":"2021-05","note":"Åtta","tags":[]}'
        ).encode()
    )


@pytest.mark.parametrize(
    "event_fields", [{}, {"tags": ("a", "å")}, {"note": '"\\\n\u2028\U0001f600'}, {"clause": "Se2"}]
)
def test_an_event_comes_back_as_it_was(event_fields: dict[str, Any]) -> None:
    mapper, event = EventMapper(), noted(**event_fields)
    assert mapper.to_domain_event(mapper.to_stored_event(event)) == event
    assert mapper.to_domain_event(mapper.to_stored_event(event)) == event  # and again, from what the mapper remembers


@pytest.mark.parametrize(("version", "note"), [(1, {"text": "a"}), (2, {"note": "a"})])
def test_older_versions_are_brought_up_step_by_step(version: int, note: dict[str, str]) -> None:
    fields = fields_of(noted())
    del fields["note"], fields["tags"]
    event = EventMapper().to_domain_event(row(json.dumps(fields | note).encode(), f"test.mapper.Moved/{version}"))
    assert isinstance(event, Moved)
    assert event.note == "A"


@pytest.mark.parametrize(
    "topic",
    [
        "test.mapper.Noted",
        "test.mapper.Noted/",
        "test.mapper.Noted/0",
        "test.mapper.Noted/2",
        "test.mapper.Noted/01",
        "test.mapper.Noted/+1",
        "test.mapper.Noted/1_0",
        "test.mapper.Noted/1\n",
        "test.mapper.Noted/١",
        "test.mapper.Noted/" + "9" * 5000,
        "test.mapper.Holed/2",
        "test.mapper.Holed/1",
        "test.mapper.Heir/1",
        "",
        "/1",
        "os:system",
        "tests.unit.store.test_mapper:Noted",
    ],
)
def test_names_that_nobody_registered_are_unknown(topic: str) -> None:
    with pytest.raises(EventUnknown) as error:
        EventMapper().to_domain_event(row(EventMapper().to_stored_event(noted()).state, topic))
    assert error.value.details == {"position": 7, "topic": topic}


def test_a_name_registered_later_is_known_to_a_mapper_made_before() -> None:
    mapper = EventMapper()
    with pytest.raises(EventUnknown):
        mapper.to_domain_event(row(b"{}", "test.mapper.Later/1"))
    with patch.dict(REGISTRY, {"test.mapper.Later": Noted}), pytest.raises(EventUnreadable):
        mapper.to_domain_event(row(b"{}", "test.mapper.Later/1"))


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\x00",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
)
@pytest.mark.parametrize("topic", ["test.mapper.Noted/1", "test.mapper.Moved/1", "test.mapper.Moved/2"])
def test_bytes_that_are_no_event_are_unreadable(state: bytes, topic: str) -> None:
    with pytest.raises(EventUnreadable) as error:
        EventMapper().to_domain_event(row(state, topic))
    assert error.value.details["position"] == 7


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"2021-05"', b'"2021-13"'),
        (b'"2021-05"', b"202105"),
        (b'"\xc3\x85tta"', b'""'),
        (b'"\xc3\x85tta"', b"null"),
        (b'"\xc3\x85tta"', b'"\\ud800"'),
        (b'"\xc3\x85tta"', b'"\\ud800\\ud800"'),
        (b'"\xc3\x85tta"', b'"\xed\xa0\x80"'),
        (b'"\xc3\x85tta"', b'"\\u0000"'),
        (b'"\xc3\x85tta"', b'"\xc3"'),
        (b'"tags":[]', b'"tags":[1]'),
        (b'"tags":[]', b'"tags":[],"more":1'),
        (b'"originator_version":1', b'"originator_version":"1"'),
        (b'"originator_version":1', b'"originator_version":1.5'),
        (b'"originator_version":1', b'"originator_version":true'),
        (b'"originator_version":1', b'"originator_version":2'),
        (b'"test:a"', b'"test:b"'),
        (b"}", b""),
        (b"{", b"{{"),
    ],
)
def test_a_changed_event_is_unreadable(old: bytes, new: bytes) -> None:
    state = EventMapper().to_stored_event(noted()).state
    assert state.count(old)
    with pytest.raises(EventUnreadable):
        EventMapper().to_domain_event(row(state.replace(old, new)))


@pytest.mark.parametrize(("stream", "version"), [("test:b", 1), (STREAM, 2), ("", 0)])
def test_a_row_that_is_filed_under_another_identity_is_unreadable(stream: str, version: int) -> None:
    state = EventMapper().to_stored_event(noted()).state
    with pytest.raises(EventUnreadable, match=r"its bytes say test:a@1"):
        EventMapper().to_domain_event(row(state, stream=stream, version=version))


def test_an_error_of_ours_inside_an_upcast_is_unreadable_too() -> None:
    with pytest.raises(EventUnreadable, match="an error of ours"):
        EventMapper().to_domain_event(row(b"{}", "test.mapper.Failing/1"))


def test_an_event_without_a_position_is_named_by_its_id() -> None:
    with pytest.raises(EventUnreadable, match="test:a@1"):
        EventMapper().to_domain_event(StoredEvent(STREAM, 1, "test.mapper.Noted/1", b""))


def test_a_text_that_is_not_unicode_is_refused_before_it_is_stored() -> None:
    with pytest.raises(FieldInvalid):
        EventMapper().to_stored_event(noted(tags=("\ud800",)))


@pytest.mark.parametrize("kind", [Heir, Event])
def test_a_class_without_a_name_of_its_own_is_not_stored(kind: type[Event]) -> None:
    fields = dict(noted()) if kind is Heir else {k: v for k, v in noted() if k in Event.model_fields}
    with pytest.raises(TypeError, match="no stored name"):
        EventMapper().to_stored_event(kind(**fields))


@settings(deadline=None)
@given(st.data())
def test_whatever_happens_to_the_bytes_the_answer_is_an_event_or_a_typed_error(data: st.DataObject) -> None:
    mapper = EventMapper()
    state = bytearray(mapper.to_stored_event(noted(tags=("a", "b"))).state)
    for _change in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(state) - 1))
        state[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    topic = data.draw(st.sampled_from(["test.mapper.Noted/1", "test.mapper.Moved/1"]))
    try:
        event = mapper.to_domain_event(row(bytes(state), topic))
    except EventUnreadable:
        return
    assert event.event_id == "test:a@1"
