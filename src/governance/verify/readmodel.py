"""The index of verdicts against what the rules say: it is built a second time, elsewhere, and compared row by row."""

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from governance.compliance.facts import Record
from governance.model.person import Person
from governance.store.readmodel import Log, ReadModel, rows_by_the_rules
from governance.store.verdicts import State, Verdicts, seal_of
from governance.text import _
from governance.verify.findings import Finding

__all__ = ["check_index", "first_difference"]

_LAST_YEAR = 9999


class _Upto:
    """The log as it was when the index was brought up to date last."""

    def __init__(self, log: Log, position: int) -> None:
        self._log = log
        self._position = position

    def last_position(self) -> int:
        return self._position

    def records(self, after: int, limit: int) -> list[Record]:
        return self._log.records(after, min(limit, self._position - after))

    def records_of(self, network: str, upto: int) -> Iterable[Record]:
        return self._log.records_of(network, upto)

    def networks_naming(self, subject: str, upto: int) -> set[str]:
        return self._log.networks_naming(subject, upto)

    def person(self, subject: str, upto: int | None = None) -> Person:
        return self._log.person(subject, self._position if upto is None else upto)


def check_index(
    verdicts: Verdicts, log: Log, end: int, progress: Callable[[int, int], None] | None = None
) -> Iterator[Finding]:
    """Raises what the rules raise over events that make no sense."""
    claim = verdicts.claim()
    if claim is None:
        yield Finding("missing", _("index"), _("its state is not there"))
        return
    *cells, seal = claim
    if seal != seal_of(cells):
        yield Finding("altered", _("index"), _("its state does not fit its seal"))
        return
    state = verdicts.state()
    if state is None:
        return  # made by another version of this program or of its holidays; it is built anew when it is asked
    if not 0 <= state.position <= end or state.horizon > _LAST_YEAR:
        yield Finding("truncated", _("index"), _("it knows #{position}, and the log ends at #{end}").format(
            position=state.position, end=end))  # fmt: skip
        return
    with verdicts.elsewhere() as fresh:
        with fresh.writing():
            fresh.clear(state.horizon)
        ReadModel(_Upto(log, state.position), fresh).catch_up(progress=progress)
        yield from _differences(verdicts, fresh)


def first_difference(verdicts: Verdicts, log: Log, network: str, state: State) -> str | None:
    """Of what holds of a network as all is known in the index: what the rules say otherwise, in words."""
    stored = {open_row.row for open_row in verdicts.open_rows(network)}
    meant = rows_by_the_rules(network, log.records_of(network, state.position), state.horizon)
    row = min(stored ^ meant, default=None)
    if row is None:
        return None
    detail = _("what is kept of {obligation} does not follow from the log; build it anew with `doctor --rebuild`")
    return detail.format(obligation=row.obligation)


def _differences(stored: Verdicts, fresh: Verdicts) -> Iterator[Finding]:
    """In each part the first difference, which is enough to know that it must be built anew."""
    for (part, there), (_part, meant) in zip(stored.content(), fresh.content(), strict=True):
        for one, other in zip_longest(there, meant):
            if one != other:
                about = ", ".join(str(cell) for cell in (one or other or ())[:3])
                detail = _("{table} does not follow from the log (at {about}); build it anew with `doctor --rebuild`")
                yield Finding("altered", _("index"), detail.format(table=part, about=about))
                break
