"""How values are written on the command line: documents, attendance, reports that are asked for, changes."""

import hashlib
import json
import mimetypes
import re
import sys
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel, ValidationError

from governance.model.assignment import ReportAsked
from governance.model.event import Digest, Source
from governance.model.meeting_events import Attendance
from governance.text import _
from governance_cli.faults import unread

__all__ = [
    "ATTENDANCE",
    "BYTES_FILE",
    "CHANGE",
    "DOCUMENT",
    "NAMED_FILE",
    "NOTE_FILE",
    "NUMBER",
    "REPORT",
    "SOURCE",
    "TEXT_FILE",
    "file_bytes",
    "file_text",
]

_LARGEST = 8_000_000
_CHUNK = 1 << 20
_COUNTS = re.compile(r"([0-9]{1,6})(?:/([0-9]{1,6}))?", re.ASCII)


class _Value(click.ParamType):  # type: ignore[type-arg]  # generic only in the newest click
    """A value of the library, from text; what the library refuses is a usage error."""

    name = "value"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return self.read(value)
        except ValidationError as error:
            from governance.model.wording import problem_in  # only for what is wrong

            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            self.fail(f"{where}: {problem_in(first)}", param, ctx)
        except OSError as error:
            self.fail(unread(value, error), param, ctx)
        except ValueError as error:
            self.fail(str(error), param, ctx)

    def read(self, text: str) -> Any:
        """Raises ValueError with a sentence for people, ValidationError or OSError."""
        raise NotImplementedError


class _Document(_Value):
    """The digest of a file (which stays where it is), or one that is known already."""

    name = "document"

    def read(self, text: str) -> BaseModel:
        if text.startswith("sha256:"):
            return Digest(sha256=text.removeprefix("sha256:").lower())
        path = Path(text)
        if not path.is_file():
            raise ValueError(_("{file}: there is no such file (or write sha256:HEX)").format(file=text))
        digest, size = hashlib.sha256(), 0
        with path.open("rb") as document:
            while chunk := document.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
        return Digest(
            sha256=digest.hexdigest(), size=size, media_type=mimetypes.guess_type(path.name)[0], reference=path.name
        )

    def shell_complete(self, _ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


class _BytesFile(_Document):
    """What a file holds: ``-`` is the standard input."""

    name = "file"

    def read(self, text: str) -> Any:
        return file_bytes(text)


class _NamedFile(_Document):
    """The name of a file, and what it holds."""

    name = "file"

    def read(self, text: str) -> Any:
        return text, file_bytes(text)


class _NoteFile(_Document):
    """A signed note, byte for byte."""

    name = "file"

    def read(self, text: str) -> Any:
        return file_bytes(text).decode("utf-8")


class _TextFile(_Document):
    """The text of a file, with its name: ``-`` is the standard input."""

    name = "file"

    def read(self, text: str) -> Any:
        return file_text(text), text


class _Attendance(_Value):
    """``skovde=2/3`` (of three expected two came), ``skovde=2``, ``person:p1``, ``person:p1=0``, ``person:p1=apology``
    (did not come, and had said so), ``person:p1@hjo``; after a ``+`` the role in which they came,
    ``person:p1@hjo+deputy``."""

    name = "attendance"

    def read(self, text: str) -> BaseModel:
        who, _sep, counts = text.partition("=")
        apology = counts == "apology"
        match = _COUNTS.fullmatch("0" if apology else counts or "1")
        if not match or not who:
            raise ValueError(_("{text!r}: write MEMBER=PRESENT/EXPECTED, or person:ID").format(text=text))
        present = int(match[1])
        expected = int(match[2]) if match[2] else max(present, 1)
        who, plus, role = who.partition("+")
        person, _sep, member = who.partition("@") if who.startswith("person:") else ("", "", who)
        return Attendance(
            person=person or None,
            member=member or None,
            role=role if plus else None,
            present=present,
            expected=expected,
            apology=True if apology else None,
        )


class _Report(_Value):
    """``partial=2021-05``: a report and when it is due; ``final`` alone has no deadline."""

    name = "report"

    def read(self, text: str) -> BaseModel:
        report, _sep, due = text.partition("=")
        return ReportAsked.model_validate({"report": report, "due": due or None})


class _Change(_Value):
    """``field=value``: the value as JSON where it is such, else as text."""

    name = "change"

    def read(self, text: str) -> tuple[str, Any]:
        field, sep, value = text.partition("=")
        if not sep or not field:
            raise ValueError(_("{text!r}: write FIELD=VALUE").format(text=text))
        try:
            return field, json.loads(value, parse_constant=_refuse)
        except (ValueError, RecursionError):
            return field, value


def _refuse(name: str) -> None:
    raise ValueError(name)


class _Source(_Value):
    """The paper or system that a fact was taken from."""

    name = "source"

    def read(self, text: str) -> BaseModel:
        return Source(reference=text)


class _Number(_Value):
    """A whole number in plain digits."""

    name = "number"

    def read(self, text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text, re.ASCII):
            raise ValueError(_("{text!r} is not a whole number").format(text=text))
        return int(text)


def file_bytes(name: str) -> bytes:
    """What a file holds; raises ValueError or OSError."""
    if name == "-":
        if sys.stdin is None:
            raise ValueError(_("the standard input is closed"))
        data = sys.stdin.buffer.read(_LARGEST + 1)
    else:
        with Path(name).open("rb") as file:
            data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError(_("{file} is larger than {n} bytes").format(file=name, n=_LARGEST))
    return data


def file_text(name: str) -> str:
    """The text (UTF-8) of a file; raises ValueError or OSError."""
    data = file_bytes(name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(_("{file} is no UTF-8 text (byte {n})").format(file=name, n=error.start)) from error


DOCUMENT, TEXT_FILE, ATTENDANCE = _Document(), _TextFile(), _Attendance()
REPORT, CHANGE, SOURCE, NUMBER, BYTES_FILE = _Report(), _Change(), _Source(), _Number(), _BytesFile()
NOTE_FILE, NAMED_FILE = _NoteFile(), _NamedFile()
