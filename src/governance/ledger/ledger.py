"""``Ledger``: open one, tell it what happened, ask it what follows."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from governance.errors import FieldInvalid
from governance.ledger.answering import Answering
from governance.ledger.commands import Commands
from governance.ledger.commands.telling import Request
from governance.ledger.desk import Desk, again_on_conflict, random_id, utc_now
from governance.ledger.importing import ImportReport, read_lines, run
from governance.ledger.planning import Plan, plan
from governance.ledger.proving import Proving
from governance.ledger.reading import Reading
from governance.ledger.receipt import Receipt, Told
from governance.ledger.references import Named
from governance.ledger.unit import Unit
from governance.model.aggregate import Aggregate
from governance.model.event import Actor
from governance.proof.keys import SigningKey
from governance.store.recorder import LedgerRecorder
from governance.store.sqlite import open_recorder

__all__ = ["Ledger"]


class Ledger(Commands, Answering, Reading, Proving):
    """One organisation's record. Thread-safe; several processes may hold the same file open."""

    def __init__(
        self,
        recorder: LedgerRecorder,
        *,
        actor: Actor | str | None = None,
        clock: Callable[[], datetime] = utc_now,
        ids: Callable[[], str] = random_id,
        key: SigningKey | None = None,
    ) -> None:
        self.desk = Desk(recorder, actor=actor, clock=clock, ids=ids)
        self.key = key

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        create: bool = True,
        actor: Actor | str | None = None,
        clock: Callable[[], datetime] = utc_now,
        ids: Callable[[], str] = random_id,
        key: SigningKey | None = None,
    ) -> Self:
        """The ledger in a file, or ``":memory:"``. ``key`` is the secret one that signs its checkpoints.

        Raises LedgerMissing (without ``create``), NotALedger, StorageError.
        """
        return cls(open_recorder(path, create=create), actor=actor, clock=clock, ids=ids, key=key)

    def close(self) -> None:
        """Let go of the file."""
        self.desk.recorder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def unit(
        self,
        *,
        command_id: str | None = None,
        actor: Actor | str | None = None,
        stated_at: datetime | None = None,
    ) -> Unit:
        """Several commands as one, all or nothing: ``with ledger.unit() as unit: unit.hold_meeting(…)``.

        ``stated_at`` is the instant at which the source recorded them; it becomes the record's time.
        """
        return Unit(self.desk, command_id=command_id, actor=actor, stated_at=stated_at)

    def close_year(self, network: str, *, year: int, **told: Unpack[Told]) -> Receipt:
        """The record of a past year is closed; what comes later is listed by itself. Where the ledger was opened with
        its key, a checkpoint signs what it held then.

        Refused: YearIsClosed, YearNotOver.
        """
        receipt = super().close_year(network, year=year, **told)
        if self.key:
            self.checkpoint(closes=receipt.event_ids[0], actor=told.get("actor"))
        return receipt

    def import_lines(
        self,
        lines: Iterable[str],
        *,
        file: str = "-",
        text_of: Callable[[str], str] | None = None,
        keep_times: bool = False,
        dry_run: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> ImportReport:
        """Carry out commands from lines of JSON, in order; what was carried out before is left alone.

        With ``keep_times`` the instants that the lines state become the record's times. ``text_of`` reads a mandate
        file that a line names. Raises ImportLineInvalid, ImportLineRefused (naming the line), StorageError.
        """
        understood = read_lines(lines, file, text_of or _no_file)
        return run(self, understood, file=file, keep_times=keep_times, dry_run=dry_run, progress=progress)

    def plan_mandate(
        self,
        document: str,
        *,
        file: str = "mandate.toml",
        applies_to_running: bool = False,
        reaches_back: bool = False,
        **told: Unpack[Told],
    ) -> Plan:
        """What adopting (or, where one is in force, amending) would record and change; nothing is recorded.

        Raises MandateInvalid, Refused.
        """
        return plan(self, document, file, told, applies_to_running, reaches_back)

    def _as_one(self, told: Told, request: Request, work: Callable[[Unit], Receipt]) -> Receipt:
        """Decide and save; where somebody else was faster, decide again on what is there now."""

        def once() -> Receipt:
            unit = self.unit(command_id=told.get("command_id"))
            draft = unit._as_one(told, request, work)
            return unit.save() or draft

        return again_on_conflict(once)

    def _ref(self, kind: type[Aggregate], text: str) -> str:
        return self.unit()._ref(kind, text)

    def _party(self, text: str | None) -> str | None:
        return self.unit()._party(text)

    def _called(self, network: str, kind: Named, text: str) -> str:
        return self.unit()._called(network, kind, text)

    def _event(self, text: str) -> tuple[type[Aggregate], str, int]:
        return self.unit()._event(text)

    def _obligation(self, text: str) -> tuple[str, str]:
        return self.unit()._obligation(text)

    def _new_subject(self, told: Told) -> str:
        return self.unit(command_id=told.get("command_id"))._new_subject(told)


def _no_file(name: str) -> str:
    raise FieldInvalid(field="file", problem=name)
