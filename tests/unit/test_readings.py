"""The engine of readings by itself, on a small sheet of numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.readings import Readings


class Sheet:
    """Numbers by name; ``asked`` says which readings were worked out, in order."""

    def __init__(self, **numbers: int) -> None:
        self.numbers = dict(numbers)
        self.readings = Readings()
        self.worked_out: list[str] = []

    def number(self, name: str) -> int:
        self.readings.note(name)
        return self.numbers[name]

    def put(self, name: str, number: int) -> None:
        self.numbers[name] = number
        self.readings.change(name)


def total(sheet: Sheet, names: tuple[str, ...]) -> int:
    sheet.worked_out.append("total")
    return sum(sheet.number(name) for name in names)


def sign(sheet: Sheet, names: tuple[str, ...]) -> int:
    sheet.worked_out.append("sign")
    whole = sheet.readings.get(total, sheet, names)
    return (whole > 0) - (whole < 0)


def word(sheet: Sheet, names: tuple[str, ...]) -> str:
    sheet.worked_out.append("word")
    return {1: "plus", 0: "nothing", -1: "minus"}[sheet.readings.get(sign, sheet, names)]


def quotient(sheet: Sheet) -> int:
    """Reads b only where it divides by it."""
    return sheet.number("a") // sheet.number("b") if sheet.readings.get(divides, sheet) else 0


def divides(sheet: Sheet) -> bool:
    return sheet.number("b") != 0


AB = ("a", "b")


def test_what_did_not_change_is_not_worked_out_again() -> None:
    sheet = Sheet(a=1, b=2, c=0)
    assert sheet.readings.get(word, sheet, AB) == "plus"
    sheet.put("c", 5)
    assert sheet.readings.get(word, sheet, AB) == "plus"
    assert sheet.worked_out == ["word", "sign", "total"]


def test_what_comes_out_equal_ends_it() -> None:
    sheet = Sheet(a=1, b=2)
    sheet.readings.get(word, sheet, AB)
    sheet.worked_out.clear()
    sheet.put("a", 7)
    assert sheet.readings.get(word, sheet, AB) == "plus"
    assert sheet.worked_out == ["total", "sign"]


def test_what_is_another_reaches_whatever_rests_on_it() -> None:
    sheet = Sheet(a=1, b=2)
    sheet.readings.get(word, sheet, AB)
    sheet.put("a", -7)
    assert sheet.readings.get(word, sheet, AB) == "minus"


def test_it_tells_what_came_into_doubt_once() -> None:
    sheet = Sheet(a=1, b=2)
    sheet.readings.get(word, sheet, AB)
    sheet.put("a", 3)
    sheet.put("b", 3)
    assert [function for function, _arguments in sheet.readings.doubted()] == [total, sign, word]
    assert sheet.readings.doubted() == []


def test_what_would_not_be_read_any_more_is_not_worked_out() -> None:
    sheet = Sheet(a=6, b=2)
    assert sheet.readings.get(quotient, sheet) == 3
    sheet.put("b", 0)
    assert sheet.readings.get(quotient, sheet) == 0
    sheet.put("b", 3)
    assert sheet.readings.get(quotient, sheet) == 2


def test_what_is_refused_leaves_nothing_behind() -> None:
    sheet = Sheet(a=1)
    with pytest.raises(KeyError):
        sheet.readings.get(total, sheet, AB)
    sheet.put("b", 2)
    assert sheet.readings.get(total, sheet, AB) == 3


def test_what_was_let_go_is_worked_out_anew() -> None:
    sheet = Sheet(a=1, b=2)
    sheet.readings.get(total, sheet, AB)
    sheet.readings.forget(total, sheet, AB)
    sheet.put("a", 5)
    assert sheet.readings.doubted() == []
    assert sheet.readings.get(total, sheet, AB) == 7


NAMES = st.lists(st.sampled_from("abcd"), min_size=1, max_size=4).map(tuple)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(-3, 3), NAMES)))
def test_it_gives_what_working_out_from_nothing_gives(steps: list[tuple[str, int, tuple[str, ...]]]) -> None:
    sheet = Sheet(a=0, b=0, c=0, d=0)
    for name, number, names in steps:
        sheet.put(name, number)
        fresh = Sheet(**sheet.numbers)
        assert sheet.readings.get(word, sheet, names) == word(fresh, names)
