"""Days, months and years as people state them; instants. Every expected value is written out by hand."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from governance.errors import DateNotUnderstood, InstantNotUnderstood
from governance.time import When, day_in, from_micros, instant, instant_text, micros, month_end, plus_months


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2021-05-17", "day", date(2021, 5, 17), date(2021, 5, 17)),
        ("2021-05", "month", date(2021, 5, 1), date(2021, 5, 31)),
        ("2021-02", "month", date(2021, 2, 1), date(2021, 2, 28)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2000-02", "month", date(2000, 2, 1), date(2000, 2, 29)),
        ("1900-02", "month", date(1900, 2, 1), date(1900, 2, 28)),
        ("2021-12", "month", date(2021, 12, 1), date(2021, 12, 31)),
        ("2021", "year", date(2021, 1, 1), date(2021, 12, 31)),
        ("2024-02-29", "day", date(2024, 2, 29), date(2024, 2, 29)),
        ("0001", "year", date(1, 1, 1), date(1, 12, 31)),
        ("0001-01-01", "day", date.min, date.min),
        ("9999-12", "month", date(9999, 12, 1), date(9999, 12, 31)),
        ("9999-12-31", "day", date.max, date.max),
    ],
)
def test_a_date_keeps_its_precision(text: str, precision: str, first: date, last: date) -> None:
    when = When.parse(text)
    assert (when.precision, when.first, when.last) == (precision, first, last)
    assert str(when) == text


STRANGE = [
    "",
    " ",
    "2021-05-17 ",
    " 2021-05-17",
    "2021-05-17\n",
    "2021-5",
    "2021-05-7",
    "2021-00",
    "2021-13",
    "2021-05-00",
    "2021-05-32",
    "2021-02-29",
    "2021-04-31",
    "0000",
    "0000-01",
    "+2021",
    "-2021",
    "2021-+5",
    "2_021",
    "1_000",
    "20_21",
    "+3",
    "21",
    "202",
    "20211",
    "20210517",
    "2021-137",
    "2021-W20",
    "2021-W20-1",
    "2021/05/17",
    "2021-05-17T10:00",
    "17.5.2021",
    "2021-05-",
    "2021-",
    "2021–05",
    "٢٠٢١",
    "２０２１",
    "2021-０5",
    "2021-05-1７",
    "2021\x00",
    "2021-05\u200b",
    "May 2021",
    "\ud800",
    "null",
]


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(DateNotUnderstood) as caught:
        When.parse(text)
    assert caught.value.details["text"] == text
    assert "2021-05-17" in str(caught.value)


@pytest.mark.parametrize("value", [None, 2021, 2021.5, b"2021", ["2021"], {"a": 1}], ids=repr)
def test_what_is_no_text_is_no_date(value: object) -> None:
    with pytest.raises((DateNotUnderstood, TypeError)):
        When.of(value)  # type: ignore[arg-type]  # wrong on purpose


def test_a_when_of_whatever_a_caller_holds() -> None:
    day = date(2021, 5, 17)
    assert When.of(day) == When.of("2021-05-17") == When.day(day) == When.of(When.day(day))
    with pytest.raises(DateNotUnderstood):
        When.of(datetime(2021, 5, 17, tzinfo=UTC))


def test_a_month_of_one_day_cannot_be_mistaken() -> None:
    assert When.parse("2021-05") != When.parse("2021-05-01")
    assert len({When.parse("2021"), When.parse("2021-01"), When.parse("2021-01-01"), When.parse("2021")}) == 3


class Dated(BaseModel):
    model_config = ConfigDict(strict=True)
    when: When


def test_in_a_stored_field_it_is_text() -> None:
    dated = Dated.model_validate_json('{"when":"2021-05"}')
    assert dated.when == When.parse("2021-05")
    assert dated.model_dump_json() == '{"when":"2021-05"}'
    assert Dated.model_json_schema()["properties"]["when"]["type"] == "string"


@pytest.mark.parametrize("json", ['{"when":2021}', '{"when":null}', '{"when":"2021-5"}', '{"when":["2021"]}', "{}"])
def test_a_stored_field_is_as_strict(json: str) -> None:
    with pytest.raises(ValidationError):
        Dated.model_validate_json(json)


@pytest.mark.parametrize(
    ("year", "month", "last"), [(2021, 1, 31), (2021, 2, 28), (2024, 2, 29), (2021, 4, 30), (9999, 12, 31)]
)
def test_month_end(year: int, month: int, last: int) -> None:
    assert month_end(year, month) == date(year, month, last)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2021, 1, 30), 1, date(2021, 2, 28)),
        (date(2021, 1, 28), 1, date(2021, 2, 28)),
        (date(2021, 12, 31), 2, date(2022, 2, 28)),
        (date(2021, 5, 17), 0, date(2021, 5, 17)),
        (date(2021, 5, 17), 12, date(2022, 5, 17)),
        (date(2021, 3, 31), -1, date(2021, 2, 28)),
        (date(2021, 1, 15), -1, date(2020, 12, 15)),
    ],
)
def test_plus_months(day: date, months: int, then: date) -> None:
    assert plus_months(day, months) == then


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Europe/Stockholm", "2021-05-31T21:59:59Z", date(2021, 5, 31)),
        ("Europe/Stockholm", "2021-05-31T22:00:00Z", date(2021, 6, 1)),  # summer time: UTC+2
        ("Europe/Stockholm", "2021-05-31T23:30:00Z", date(2021, 6, 1)),
        ("Europe/Stockholm", "2021-12-31T22:59:59Z", date(2021, 12, 31)),  # winter time: UTC+1
        ("Europe/Stockholm", "2021-12-31T23:00:00Z", date(2022, 1, 1)),
        ("Europe/Stockholm", "2021-03-27T23:00:00Z", date(2021, 3, 28)),  # the day on which summer time begins
        ("Europe/Stockholm", "2021-03-28T21:59:59Z", date(2021, 3, 28)),  # … is an hour shorter
        ("Europe/Stockholm", "2021-03-28T22:00:00Z", date(2021, 3, 29)),
        ("Europe/Stockholm", "2021-10-31T22:30:00Z", date(2021, 10, 31)),  # the day on which it ends is longer
        ("Europe/Stockholm", "2021-10-31T23:00:00Z", date(2021, 11, 1)),
        ("UTC", "2021-05-31T23:59:59.999999Z", date(2021, 5, 31)),
        ("America/New_York", "2021-06-01T03:59:00Z", date(2021, 5, 31)),
        ("Pacific/Kiritimati", "2021-05-31T10:00:00Z", date(2021, 6, 1)),
    ],
)
def test_the_day_at_a_moment_depends_on_the_zone(zone: str, moment: str, day: date) -> None:
    assert day_in(zone, instant(moment)) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2021-05-17T10:00:00+02:00", datetime(2021, 5, 17, 8, tzinfo=UTC)),
        ("2021-05-17T10:00:00Z", datetime(2021, 5, 17, 10, tzinfo=UTC)),
        ("2021-05-17T10:00:00.25Z", datetime(2021, 5, 17, 10, 0, 0, 250_000, UTC)),
        ("2021-05-17T10:00:00.123456-09:30", datetime(2021, 5, 17, 19, 30, 0, 123_456, UTC)),
        ("2021-05-17T10:00:00+00:00", datetime(2021, 5, 17, 10, tzinfo=UTC)),
    ],
)
def test_an_instant_with_its_offset(text: str, moment: datetime) -> None:
    assert instant(text) == moment
    assert instant(text).tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021-05-17",
        "2021-05-17T10:00:00",
        "2021-05-17T25:00:00Z",
        "2021-05-17T10:60:00Z",
        "2021-02-30T10:00:00Z",
        "2021-05-17T10:00:00+25:00",
        "2021-05-17T10:00:00 Z",
        " 2021-05-17T10:00:00Z",
        "2021-05-17T10:00:00Z\n",
        "2021-W20-1T10:00:00Z",
        "20210517T100000Z",
        "2021-05-17T10Z",
        "2021-05-17T10:00Z",
        "2021-05-17T10:00:00+02",
        "2021-05-17T10:00:00+0200",
        "2021-05-17T10:00:00+02:00:30",
        "2021-05-17T10:00:00,5Z",
        "2021-05-17T10:00:00.Z",
        "2021-05-17X10:00:00Z",
        "2021-05-17T１0:00:00Z",
        "2021-05-17T+1:00:00Z",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "\ud800",
        "now",
    ],
    ids=ascii,
)
def test_anything_else_is_no_instant(text: str) -> None:
    with pytest.raises(InstantNotUnderstood) as caught:
        instant(text)
    assert caught.value.details["text"] == text


def test_one_spelling_for_each_instant() -> None:
    moment = datetime(2021, 5, 17, 10, tzinfo=timezone(timedelta(hours=2)))
    assert instant_text(moment) == "2021-05-17T08:00:00.000000Z"
    assert instant(instant_text(moment)) == moment
    assert instant_text(datetime(33, 4, 3, 15, tzinfo=UTC)) == "0033-04-03T15:00:00.000000Z"


@pytest.mark.parametrize(
    ("moment", "value"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), 0),
        (datetime(1970, 1, 1, 0, 0, 1, 5, UTC), 1_000_005),
        (datetime(1969, 12, 31, 23, 59, 59, 999_999, UTC), -1),
        (datetime(2021, 1, 1, tzinfo=UTC), 1_609_459_200_000_000),
    ],
)
def test_microseconds_there_and_back(moment: datetime, value: int) -> None:
    assert micros(moment) == value
    assert from_micros(value) == moment
