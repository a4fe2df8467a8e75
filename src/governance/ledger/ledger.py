"""``Ledger``: open one, record what happened, ask what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, Unpack

from governance.errors import FieldInvalid, MandateInvalid, Refused, YearIsClosed, YearNotOver
from governance.ledger.answering import Answering
from governance.ledger.at_once import AtOnce
from governance.ledger.command import command
from governance.ledger.desk import Desk, random_id, utc_now
from governance.ledger.proving import Proving
from governance.ledger.reading import Reading
from governance.ledger.receipt import Details, Receipt
from governance.ledger.unit import Unit
from governance.model.event import Actor
from governance.store.recorder import LedgerRecorder
from governance.store.sqlite import open_recorder

if TYPE_CHECKING:
    from governance.answers import KnownAt
    from governance.ledger.importing import ImportReport
    from governance.ledger.planning import Plan
    from governance.proof.keys import SigningKey
    from governance.verify.findings import Verification

__all__ = ["Ledger"]


class Ledger(AtOnce, Answering, Reading, Proving):
    """One organisation's record. Thread-safe; several processes may hold the same file open."""

    def __init__(
        self,
        recorder: LedgerRecorder,
        *,
        actor: Actor | str | None = None,
        clock: Callable[[], datetime] = utc_now,
        ids: Callable[[], str] = random_id,
        key: SigningKey | None = None,
        confirm_clock: bool = False,
    ) -> None:
        self.desk = Desk(recorder, actor=actor, clock=clock, ids=ids, confirm_clock=confirm_clock)
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
        confirm_clock: bool = False,
    ) -> Self:
        """The ledger in a file, or ``":memory:"``. ``key`` is the secret one that signs its checkpoints. With
        ``confirm_clock`` a clock is believed that is far from the last recording (else ClockAhead, ClockBehind).

        Raises LedgerMissing (without ``create``), NotALedger, StorageError.
        """
        recorder = open_recorder(path, create=create)
        return cls(recorder, actor=actor, clock=clock, ids=ids, key=key, confirm_clock=confirm_clock)

    @classmethod
    def inspect(cls, path: str | Path) -> Self:
        """A ledger's file to be verified: it is opened read-only, and its marks need not be right.

        Raises LedgerMissing, NotALedger, FormatOutdated, FileDamaged, StorageError.
        """
        return cls(open_recorder(path, create=False, inspect=True))

    def backup(self, to: str | Path) -> Verification:
        """A copy of the ledger in a new file, of one state although others write meanwhile; what was acknowledged is in
        it. It is verified before it gets its name. Keys are not in it, since they do not lie in the ledger.

        Raises BackupFailed (it is not whole), LedgerUnavailable (there is such a file, or it cannot be written).
        """
        from governance.ledger.backing_up import backed_up

        return backed_up(self.desk.recorder, Path(to), self.inspect)

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

    @command(refuses=(YearIsClosed, YearNotOver))
    def close_year(self, network: str, *, year: int, **details: Unpack[Details]) -> Receipt:
        """The record of a past year is closed; what comes later is listed by itself. Where the ledger was opened with
        its key, a checkpoint signs what it held then."""
        receipt = super().close_year(network, year=year, **details)
        if self.key:
            self.checkpoint(closes=receipt.event_ids[0], actor=details.get("actor"))
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
        from governance.ledger.importing import read_lines, run

        understood = read_lines(lines, file, text_of or _no_file)
        return run(self.desk, understood, file=file, keep_times=keep_times, dry_run=dry_run, progress=progress)

    @command(refuses=(MandateInvalid, Refused))
    def plan_mandate(
        self,
        document: str,
        *,
        file: str = "mandate.toml",
        applies_to_running: bool = False,
        reaches_back: bool = False,
        **details: Unpack[Details],
    ) -> Plan:
        """What adopting (or, where one is in force, amending) would record and change; nothing is recorded."""
        from governance.ledger.planning import plan

        return plan(self.desk, document, file, details, applies_to_running, reaches_back)

    def bundle(
        self,
        question: str,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
        with_personal_data: bool = False,
        **parameters: Any,
    ) -> bytes:
        """The auditor's pack, a zip file: the answer to a question (``overdue``, ``obligations``, ``due``, ``explain``,
        ``diff``, or one of ``QUESTIONS``), the events that it rests on with their proofs, and the means to check them.

        The same ledger and question give the same bytes. Raises QuestionUnknown and what the question raises.
        Refused: KeyMissing, KeyNotCurrent.
        """
        from governance.ledger.pack.contents import packed

        return packed(
            self, self, question, parameters, network=network, as_of=as_of, known_at=known_at,
            with_personal_data=with_personal_data,
        )  # fmt: skip


def _no_file(name: str) -> str:
    raise FieldInvalid(field="file", problem=name)
