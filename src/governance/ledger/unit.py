"""Several commands as one: decided one after the other, saved all or not at all."""

from types import TracebackType
from typing import Any, Protocol, Self

from governance.errors import ConcurrentChange, Refused
from governance.ledger.commands import Commands
from governance.ledger.draft import Desk, Draft
from governance.ledger.receipt import Receipt

__all__ = ["Unit"]


class Saving(Desk, Protocol):
    """What a unit needs of its ledger."""

    def save(self, draft: Draft) -> Receipt: ...


class Unit(Commands):
    """Use as ``with ledger.unit() as unit:`` and call the commands on it; ``unit.receipt`` holds the outcome."""

    _desk: Saving

    def __init__(self, desk: Saving, **settings: Any) -> None:
        super().__init__(desk, **settings)
        self._named = settings.get("command_id") is not None
        self.receipt: Receipt | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.save()
        elif isinstance(error, Refused) and self._was_recorded_meanwhile():
            raise ConcurrentChange(subject=self.command_id) from error

    def _was_recorded_meanwhile(self) -> bool:
        """Whether somebody else recorded this very command, which is why it is refused now."""
        return self._named and self._before is None and self._desk.recall(self.command_id) is not None

    def save(self) -> Receipt | None:
        """Record everything decided so far; None where nothing was. Raises what the store raises."""
        if self._before:
            digest, receipt = self._before
            self.require_same(digest)
            self.receipt = receipt
        elif self.events:
            self.receipt = self._desk.save(self)
            self.events, self.touched, self.seen = [], {}, {}  # what was saved is the desk's now
        return self.receipt
