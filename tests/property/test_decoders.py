"""Whatever is put in: understood, or an error of ours; and what is understood is written again as it was."""

import json
from random import Random

from eventsourcing.persistence import StoredEvent
from hypothesis import example, given
from hypothesis import strategies as st

from governance.errors import (
    DateNotUnderstood,
    EventUnknown,
    EventUnreadable,
    ImportLineInvalid,
    ImportLineRefused,
    InstantNotUnderstood,
)
from governance.model.event import REGISTRY, topic_of
from governance.store.mapper import EventMapper
from governance.time import When, instant, instant_text
from tests.golden.make import examples
from tests.kit.mandates import small, stated
from tests.kit.wild import mutated
from tests.kit.world import world

ANY_TEXT = st.text(st.characters(), max_size=40)
DATE_LIKE = st.from_regex(r"[0-9+-]{0,3}[0-9]{3,4}(-[0-9]{1,2}){0,2}[ Z]?", fullmatch=True)


@given(text=ANY_TEXT | DATE_LIKE)
@example(text="2021-02-29")
def test_dates(text: str) -> None:
    try:
        when = When.parse(text)
    except DateNotUnderstood:
        return
    assert str(when) == text
    assert when.first <= when.last


@given(text=ANY_TEXT | st.datetimes(timezones=st.timezones()).map(lambda moment: moment.isoformat()))
def test_instants(text: str) -> None:
    try:
        moment = instant(text)
    except InstantNotUnderstood:
        return
    assert instant(instant_text(moment)) == moment


@given(rng=st.randoms(use_true_random=False))
def test_stored_bytes(rng: Random) -> None:
    mapper = EventMapper()
    event = examples(rng.choice(list(REGISTRY.values())))[rng.randint(0, 1)]
    state = bytearray(mapper.to_stored_event(event).state)
    for _n in range(rng.randint(0, 3)):
        state[rng.randrange(len(state))] = rng.randrange(256)
    topic = topic_of(rng.choice([type(event), *REGISTRY.values()]))
    stored = StoredEvent(event.originator_id, event.originator_version, topic, bytes(state))
    try:
        read = mapper.to_domain_event(stored)
    except (EventUnreadable, EventUnknown):
        return
    again = mapper.to_stored_event(read)
    assert mapper.to_domain_event(again) == read


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    ["command", "unit", "network", "name", "on", "recorded_at", "command_id", "actor", "year", "event"]
)
COMMANDS = st.sampled_from(["rename_network", "adopt_work_plan", "correct_fact", "register_person", "hold_meeting"])


@given(
    told=st.dictionaries(FIELDS, JSON | st.sampled_from(["net", "#1", "2021-01-01"]), max_size=4),
    command=COMMANDS | JSON,
    in_a_unit=st.booleans(),
    rng=st.randoms(use_true_random=False),
)
def test_import_lines(told: dict[str, object], command: object, in_a_unit: bool, rng: Random) -> None:
    w = world(small(stated()))
    line = json.dumps({"unit": [told | {"command": command}]} if in_a_unit else told | {"command": command})
    for text in (line, mutated(rng, line)):
        before = w.size
        try:
            w.ledger.import_lines([text])
        except (ImportLineInvalid, ImportLineRefused) as error:
            refused = error.details["line"], w.size
        else:
            continue
        assert refused == (1, before)
