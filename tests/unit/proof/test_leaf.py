"""What the hashes say about an event."""

import json

import pytest

from governance.errors import LeafInvalid
from governance.proof.leaf import Leaf, leaf_data, leaf_index, read_leaf

DATA = leaf_data(
    position=7,
    originator_id="meeting:vux/2021-02-12",
    version=2,
    topic="governance.meeting.MeetingHeld/1",
    recorded_at=1_613_119_500_000_000,
    state=b"{}",
)
TEXT = (
    '{"event":"governance.meeting.MeetingHeld/1","originator_id":"meeting:vux/2021-02-12","position":7,'
    '"recorded_at":1613119500000000,'
    '"sha256":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","version":2}'
)


def test_the_bytes_of_a_leaf() -> None:
    assert TEXT.encode() == DATA
    assert read_leaf(DATA) == Leaf(
        7,
        "meeting:vux/2021-02-12",
        2,
        "governance.meeting.MeetingHeld/1",
        1_613_119_500_000_000,
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    )
    assert leaf_index(1) == 0


def test_it_is_canonical_json() -> None:
    odd = '"\\/\b\f\n\r\t\x00\x1f\x7f åäö € \u2028 \U0001f600'
    data = leaf_data(position=1, originator_id=odd, version=1, topic="", recorded_at=0, state=b"")
    assert json.loads(data)["originator_id"] == odd
    assert list(json.loads(data)) == sorted(json.loads(data))
    # RFC 8785, 3.2.2.2: these escapes and no others
    assert rb'"\"\\/\b\f\n\r\t\u0000\u001f' + "\x7f åäö € \u2028 \U0001f600".encode() + b'"' in data
    assert read_leaf(data).originator_id == odd


@pytest.mark.parametrize("number", [2**53, -(2**53)])
def test_numbers_that_json_does_not_hold(number: int) -> None:
    with pytest.raises(ValueError, match="too large"):
        leaf_data(position=1, originator_id="", version=1, topic="", recorded_at=number, state=b"")


def test_text_that_is_not_unicode() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        leaf_data(position=1, originator_id="\ud800", version=1, topic="", recorded_at=0, state=b"")


@pytest.mark.parametrize(
    "other",
    [
        "",
        "[]",
        "null",
        "{}",
        "[" * 100_000,
        TEXT + "\n",
        " " + TEXT,
        TEXT.replace(":7", ": 7"),
        TEXT.replace(":7", ":07"),
        TEXT.replace(":7", ":7.0"),
        TEXT.replace(":7", ":7e0"),
        TEXT.replace(":7", ":true"),
        TEXT.replace(":7", ':"7"'),
        TEXT.replace(":7", ":0"),
        TEXT.replace(":7", ":-7"),
        TEXT.replace(":7", ":9007199254740992"),
        TEXT.replace(":7", ":NaN"),
        TEXT.replace(":7", ":" + "7" * 5000),
        TEXT.replace('"version":2', '"version":0'),
        TEXT.replace("4413", "441\\u0033"),
        TEXT.replace("4413", " 413"),
        TEXT.replace("a355b", "A355b"),
        TEXT.replace("4413", "13"),
        TEXT.replace("meeting:", "m\\u0065eting:"),
        TEXT.replace("meeting:", "m\\ud800eting:"),
        TEXT.replace('"version":2', '"version":1,"version":2'),
        TEXT.replace('"version":2', '"version":2,"z":1'),
        '{"version":2,' + TEXT[1:].replace(',"version":2', ""),
    ],
)
def test_other_bytes_are_no_leaf(other: str) -> None:
    with pytest.raises(LeafInvalid):
        read_leaf(other.encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32-le"])
def test_other_encodings_are_no_leaf(encoding: str) -> None:
    with pytest.raises(LeafInvalid):
        read_leaf(TEXT.encode(encoding))
    with pytest.raises(LeafInvalid):
        read_leaf(DATA.replace(b"vux", b"v\xffx"))
