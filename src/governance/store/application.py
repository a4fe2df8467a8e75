"""A ledger's log as an application of the event sourcing library, for its projections, subscriptions and notification
log: ``ProjectionRunner(application_class=LedgerApplication, …)``."""

from collections.abc import Iterable

from eventsourcing.application import Application

from governance.model.event import Event
from governance.store.mapper import EventMapper
from governance.store.recorder import LedgerRecorder
from governance.store.sqlite import open_recorder

__all__ = ["LedgerApplication", "topics_of"]


class LedgerApplication(Application[str]):
    """The ledger lies where ``GOVERNANCE_LEDGER`` in its environment says. It is there to be read: what is recorded
    through it was decided by nobody. Raises LedgerMissing, NotALedger and other StorageErrors; KeyError where no
    ledger is named."""

    name = "ledger"

    def construct_mapper(self) -> EventMapper:
        return EventMapper()

    def construct_recorder(self) -> LedgerRecorder:
        return open_recorder(self.env["GOVERNANCE_LEDGER"], create=False)

    def close(self) -> None:
        super().close()
        if isinstance(self.recorder, LedgerRecorder):
            self.recorder.close()


def topics_of(*events: type[Event]) -> tuple[str, ...]:
    """The topics under which events of these classes lie in a log, of every schema version there was: for the
    ``topics`` of a projection or subscription."""
    return tuple(_versions(events))


def _versions(events: Iterable[type[Event]]) -> Iterable[str]:
    for event in events:
        yield from (f"{event.topic}/{version}" for version in range(1, event.schema_version + 1))
