"""Where verdicts lie: every row is found on its days, as known at its positions, and nowhere else."""

from contextlib import suppress
from datetime import date

import pytest

from governance.compliance.values import VERDICTS, Verdict
from governance.store.recorder import LedgerRecorder
from governance.store.verdicts import OPEN, SAME_AS, Labels, NewRow, State, VerdictRow, Verdicts
from governance.testing.base import StoreContract

__all__ = ["VerdictsContract"]

BODY = '{"duty":"report:final","subject":"%s","role":"chair","due_on":100,"reason":"It is so."}'


def row(obligation: str, verdict: Verdict, since: int, until: int = OPEN) -> VerdictRow:
    return VerdictRow(obligation, since, until, verdict, BODY % obligation)


def new(obligation: str, verdict: Verdict, since: int, until: int, known_from: int, known_to: int = OPEN) -> NewRow:
    network = obligation.partition("/")[0]
    return NewRow(network, row(obligation, verdict, since, until), known_from, known_to)


def seen(verdicts: Verdicts, day: int, position: int, last: int | None = None, network: str | None = None) -> list[str]:
    items = verdicts.find(
        first=date.fromordinal(day), last=date.fromordinal(last or day), position=position, verdicts=tuple(VERDICTS),
        network=network, label=str,
    )  # fmt: skip
    return [f"{item.id} {item.verdict}" for item in items]


class VerdictsContract(StoreContract):
    """What the read model and the answers rely on."""

    @pytest.fixture
    def verdicts(self, recorder: LedgerRecorder) -> Verdicts:
        place = recorder.verdicts
        with place.writing():
            place.clear(2030)
            place.set_network("n", "Europe/Stockholm")
            place.set_network("m", "UTC")
            numbers = place.apply([], [
                new("n/a", "upcoming", 100, 199, 1), new("n/a", "overdue", 200, OPEN, 1),
                new("m/b", "fulfilled", 150, OPEN, 2, 4),
            ])  # fmt: skip
            assert len(numbers) == 3
            place.advance(State(5, 2030))
        return place

    def test_nothing_was_judged_yet(self, recorder: LedgerRecorder) -> None:
        assert recorder.verdicts.state() is None

    def test_how_far_they_reach(self, verdicts: Verdicts) -> None:
        assert verdicts.state() == State(5, 2030)
        assert verdicts.claim() == (*State(5, 2030), State(5, 2030).seal)
        with verdicts.writing():
            verdicts.advance(State(6, 2030, format=-1))
            verdicts.advance(State(6, 2030, holidays="0.0"))
        assert verdicts.state() is None, "other holidays than today's"

    @pytest.mark.parametrize(
        ("day", "position", "items"),
        [
            (99, 9, []), (100, 0, []), (100, 1, ["n/a upcoming"]), (199, 1, ["n/a upcoming"]),
            (200, 1, ["n/a overdue"]),
            (149, 2, ["n/a upcoming"]), (150, 2, ["m/b fulfilled", "n/a upcoming"]),
            (9999, 4, ["m/b fulfilled", "n/a overdue"]), (9999, 5, ["n/a overdue"]),
        ],
    )  # fmt: skip
    def test_a_row_is_found_where_it_holds(self, verdicts: Verdicts, day: int, position: int, items: list[str]) -> None:
        assert seen(verdicts, day, position) == items

    def test_of_several_days_the_first_verdict_counts(self, verdicts: Verdicts) -> None:
        assert seen(verdicts, 199, 1, last=300) == ["n/a upcoming"]
        assert seen(verdicts, 200, 1, last=300) == ["n/a overdue"]

    def test_one_network_or_all(self, verdicts: Verdicts) -> None:
        assert verdicts.networks() == {"m": "UTC", "n": "Europe/Stockholm"}
        assert list(verdicts.networks()) == ["m", "n"]
        assert seen(verdicts, 150, 2, network="m") == ["m/b fulfilled"]

    def test_only_the_verdicts_that_are_asked_for(self, verdicts: Verdicts) -> None:
        day = date.fromordinal(150)
        wanted: list[tuple[tuple[Verdict, ...], list[str]]] = [
            (("upcoming",), ["n/a"]), (("fulfilled", "overdue"), ["m/b"]), (("void",), []),
        ]  # fmt: skip
        for kinds, ids in wanted:
            items = verdicts.find(first=day, last=day, position=2, verdicts=kinds, network=None, label=str)
            assert [item.id for item in items] == ids

    def test_rows_that_hold_no_longer(self, verdicts: Verdicts) -> None:
        first, second = sorted(verdicts.open_rows("n"), key=lambda open_row: open_row.row.since)
        assert (first.known_from, first.row) == (1, row("n/a", "upcoming", 100, 199))
        assert verdicts.open_rows("m") == []
        with verdicts.writing():
            verdicts.apply([(second.number, 6)], [new("n/a", "waived", 200, OPEN, 7)])
        assert seen(verdicts, 200, 6) == ["n/a overdue"]
        assert seen(verdicts, 200, 7) == ["n/a waived"]
        assert {open_row.row.verdict for open_row in verdicts.open_rows("n")} == {"upcoming", "waived"}

    def test_names(self, verdicts: Verdicts) -> None:
        with verdicts.writing():
            verdicts.set_label("person:a", {"": "Anna"})
            verdicts.set_label("person:b", {SAME_AS: "person:a"})
            verdicts.set_label("org:c", {"en": "C", "sv": "S"})
        assert verdicts.label("org:c") == {"en": "C", "sv": "S"}
        assert [Labels(verdicts).of(party) for party in ("person:a", "person:b", "org:x")] == ["Anna", "Anna", "org:x"]
        assert Labels(verdicts, persons=False).of("person:b") == "person:b"
        with verdicts.writing():
            verdicts.set_label("person:a", {"": "Ada"})
            verdicts.set_label("org:c", None)
        assert Labels(verdicts).of("person:b") == "Ada"
        assert verdicts.label("org:c") is None

    def test_a_change_is_made_as_a_whole_or_not_at_all(self, verdicts: Verdicts) -> None:
        with suppress(ZeroDivisionError), verdicts.writing():
            verdicts.apply([], [new("n/c", "void", 1, OPEN, 1)])
            verdicts.clear(2040)
            raise ZeroDivisionError
        assert verdicts.state() == State(5, 2030)
        assert seen(verdicts, 200, 1) == ["n/a overdue"]

    def test_an_empty_place_of_the_same_kind(self, verdicts: Verdicts) -> None:
        """Two of the same content hold the same verdicts, in whatever order they came."""
        with verdicts.elsewhere() as other:
            assert other.claim() is None
            with other.writing():
                other.clear(2030)
                other.set_network("m", "UTC")
                other.set_network("n", "Europe/Stockholm")
                other.apply([], [new("m/b", "fulfilled", 150, OPEN, 2, 4), new("n/a", "overdue", 200, OPEN, 1)])
                other.apply([], [new("n/a", "upcoming", 100, 199, 1)])
                other.advance(State(5, 2030))
            content = [(part, list(rows)) for part, rows in verdicts.content()]
            assert [(part, list(rows)) for part, rows in other.content()] == content
            with other.writing():
                other.clear(2030)
            assert [(part, list(rows)) for part, rows in other.content()] != content
        assert seen(verdicts, 200, 1) == ["n/a overdue"]
