"""Import: commands from lines of JSON, in order. Each line is a unit of its own, or several commands as one."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NoReturn

from pydantic import ValidationError

from governance.errors import (
    CommandIdReused,
    FieldInvalid,
    GovernanceError,
    ImportLineInvalid,
    ImportLineRefused,
    Refused,
    StatedTimeInFuture,
    StorageError,
    TimesNotInOrder,
)
from governance.ledger.desk import Desk, attempts
from governance.ledger.signatures import FROM_FILE, command_model, keywords_of, require_known
from governance.ledger.unit import Unit
from governance.model.event import Source
from governance.model.wording import problem_in
from governance.text import _
from governance.time import instant, instant_text

__all__ = ["ImportReport", "Line", "read_lines", "run"]

_LONGEST = 4_000_000


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: how many lines it read, recorded, and found recorded already."""

    lines: int
    recorded: int
    repeated: int
    events: int
    dry_run: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, understood but not decided."""

    number: int
    command_id: str
    actor: str | None
    recorded_at: datetime | None
    commands: tuple[tuple[str, Mapping[str, Any]], ...]
    """Each command's name and its keywords."""


def read_lines(lines: Iterable[str], file: str, text_of: Callable[[str], str]) -> Iterator[Line]:
    """Understand each line; ``text_of`` reads a mandate file that a line names. Raises ImportLineInvalid."""
    seen: Counter[str] = Counter()
    for number, text in enumerate(lines, 1):
        if text.strip():
            try:
                yield _line(number, text, seen, text_of)
            except StorageError:
                raise
            except (GovernanceError, ValueError, RecursionError) as error:
                raise ImportLineInvalid(file=file, line=number, problem=_problem(error)) from error


def _line(number: int, text: str, seen: Counter[str], text_of: Callable[[str], str]) -> Line:
    if len(text) > _LONGEST:
        raise ValueError(_("the line is too long"))
    told = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    if not isinstance(told, dict):
        raise ValueError(_("a line is one JSON object"))
    canonical = json.dumps(told, sort_keys=True)
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    seen[digest] += 1
    command_id = _text(told, "command_id") or f"import:{digest[:32]}:{seen[digest]}"
    moment = _text(told, "recorded_at")
    if "unit" in told:
        commands, actor = told.pop("unit"), _text(told, "actor")
        if told or not isinstance(commands, list) or not commands:
            raise ValueError(_("a unit has a list of commands, and besides it actor, command_id and recorded_at"))
    else:
        commands, actor = [told], None
    understood = tuple(_command(command, text_of) for command in commands)
    return Line(number, command_id, actor, instant(moment) if moment else None, understood)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) != len(pairs):
        raise ValueError(_("a key stands there twice"))
    return told


def _no_constant(name: str) -> NoReturn:
    raise ValueError(_("{name} is no JSON number").format(name=name))


def _text(told: dict[str, Any], key: str) -> str | None:
    value = told.pop(key, None)
    if value is not None and not isinstance(value, str):
        raise ValueError(_("{key} is a text").format(key=key))
    return value


def _command(told: Any, text_of: Callable[[str], str]) -> tuple[str, Mapping[str, Any]]:
    if not isinstance(told, dict) or not isinstance(told.get("command"), str):
        raise ValueError(_("a command is a JSON object that says which command it is"))
    name = told.pop("command")
    model = command_model(name)
    require_known(name, told)
    if name in FROM_FILE and "document" not in told and isinstance(told.get("file"), str):
        told["document"] = text_of(told["file"])
    return name, keywords_of(model.model_validate_json(json.dumps(told)))


def _problem(error: Exception) -> str:
    if isinstance(error, ValidationError):
        found = error.errors(include_url=False)
        return "; ".join(f"{'.'.join(map(str, e['loc'])) or '-'}: {problem_in(e)}" for e in found)
    if isinstance(error, json.JSONDecodeError):
        return _("no JSON: {problem} (column {column})").format(problem=error.msg, column=error.colno)
    if isinstance(error, RecursionError):
        return _("nested too deeply")
    problems = error.details.get("problems", ()) if isinstance(error, GovernanceError) else ()
    return "; ".join([str(error), *map(str, problems)])


def run(
    desk: Desk,
    lines: Iterable[Line],
    *,
    file: str,
    keep_times: bool,
    dry_run: bool,
    progress: Callable[[int], None] | None = None,
) -> ImportReport:
    """Carry the lines out in order; stops at the first that cannot be. Those before it are recorded, so that the
    same file can be run again. Raises ImportLineInvalid, ImportLineRefused, StorageError."""
    count = recorded = repeated = events = 0
    rehearsal = _Rehearsal(Unit(desk)) if dry_run else None
    for line in lines:
        count += 1
        try:
            new = _carry_out(desk, line, keep_times, rehearsal)
        except StorageError:
            raise
        except Refused as error:
            raise ImportLineRefused(file=file, line=line.number, problem=_problem(error)) from error
        except GovernanceError as error:
            raise ImportLineInvalid(file=file, line=line.number, problem=_problem(error)) from error
        recorded, repeated, events = recorded + bool(new), repeated + (not new), events + new
        if progress:
            progress(line.number)
    return ImportReport(count, recorded, repeated, events, dry_run)


@dataclass
class _Rehearsal:
    """One unit, never saved, that is told all lines, and the lines by their command ids."""

    unit: Unit
    lines: dict[str, Line] = field(default_factory=dict)


def _carry_out(desk: Desk, line: Line, keep_times: bool, rehearsal: _Rehearsal | None) -> int:
    """How many events the line recorded (or would); none where it was recorded before."""
    if keep_times and line.recorded_at is None:
        raise FieldInvalid(field="recorded_at", problem=_("to keep the times, every line must state its own"))
    stated = line.recorded_at if keep_times else None
    if rehearsal is not None:
        return _rehearse(desk, line, stated, rehearsal, keep_times)
    for attempt in attempts():
        with attempt, Unit(desk, command_id=line.command_id, actor=line.actor, stated_at=stated) as unit:
            _tell(unit, line, keep_times)
    return 0 if unit.receipt is None or unit.receipt.repeated else len(unit.receipt.event_ids)


def _rehearse(desk: Desk, line: Line, stated: datetime | None, rehearsal: _Rehearsal, keep_times: bool) -> int:
    if desk.recall(line.command_id):
        repeated = Unit(desk, command_id=line.command_id, actor=line.actor, stated_at=stated)
        _tell(repeated, line, keep_times)
        repeated.save()  # records nothing: it only makes sure that it is the same
        return 0
    earlier = rehearsal.lines.setdefault(line.command_id, line)
    if earlier is not line:
        if (earlier.commands, earlier.actor) != (line.commands, line.actor):
            raise CommandIdReused(command_id=line.command_id)
        return 0
    unit = rehearsal.unit
    if stated:
        last = unit.stated_at or desk.last_moment()
        if last and stated < last:
            raise TimesNotInOrder(stated=instant_text(stated), last=instant_text(last))
        if stated > desk.now():
            raise StatedTimeInFuture(stated=instant_text(stated))
    unit.stated_at, unit.actor = stated, desk.actor if line.actor is None else line.actor
    before = len(unit.events)
    _tell(unit, line, keep_times)
    return len(unit.events) - before


def _tell(unit: Unit, line: Line, keep_times: bool) -> None:
    for name, keywords in line.commands:
        told = dict(keywords)
        if line.recorded_at and not keep_times:
            source = told.get("source") or Source()
            told["source"] = source.model_copy(update={"recorded_at": line.recorded_at})
        positional = next(iter(command_model(name).model_fields))
        getattr(unit, name)(told.pop(positional), **told)
