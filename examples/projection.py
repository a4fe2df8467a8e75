"""A view of one's own that follows a ledger: how often each network met, by the event sourcing library's projection.

    python examples/projection.py governance.db

Each event is processed once and in order, also those that other programs record meanwhile. The view keeps how far it
came (tracking) in one step with what it counts. This one lies in memory and begins anew each time; one that lasts takes
the tracking recorder of ``eventsourcing.sqlite`` or ``eventsourcing.postgres``.
"""

import sys
from collections import Counter

from eventsourcing.dispatch import singledispatchmethod
from eventsourcing.persistence import Tracking
from eventsourcing.popo import POPOTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner

from governance.model.meeting_events import MeetingHeld
from governance.store.application import LedgerApplication, topics_of


class Meetings(POPOTrackingRecorder):
    """The view: how many meetings each network has held."""

    def __init__(self) -> None:
        super().__init__()
        self.held: Counter[str] = Counter()

    def count(self, network: str, tracking: Tracking) -> None:
        with self._database_lock:
            self.insert_tracking(tracking)  # refuses what was counted before
            self.held[network] += 1


class CountMeetings(Projection[Meetings]):
    """What an event does to the view."""

    topics = topics_of(MeetingHeld)

    @singledispatchmethod
    def process_event(self, _event: object, tracking: Tracking) -> None:
        self.view.insert_tracking(tracking)

    @process_event.register
    def _held(self, event: MeetingHeld, tracking: Tracking) -> None:
        network = event.originator_id.partition(":")[2].partition("/")[0]
        self.view.count(network, tracking)


def follow(ledger: str) -> ProjectionRunner[LedgerApplication, Meetings]:
    """Begin to follow the ledger in a file; stop it, or use it as a context manager."""
    return ProjectionRunner(
        application_class=LedgerApplication,
        projection_class=CountMeetings,
        view_class=Meetings,
        env={"GOVERNANCE_LEDGER": ledger},
    )


def main(ledger: str) -> None:
    with follow(ledger) as runner:
        while True:
            runner.run_forever(timeout=5)  # it follows in a thread of its own; here we only wait
            sys.stdout.write(f"{dict(runner.view.held)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
