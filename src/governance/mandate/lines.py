"""On which line of a TOML text each key stands.

The parser of the standard library does not say. This scanner reads only as much TOML as that question needs: it
judges nothing, and whatever it does not understand it passes over, so it takes any text.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from governance.mandate.tree import Path

__all__ = ["MAX_DEPTH", "Lines", "scan"]

MAX_DEPTH = 24
"""Steps from the top of the file; the language itself needs seven."""

_TOKEN = re.compile(
    r'''(?P<string>"""(?:[^"\\]|\\[\s\S]|"(?!""))*+(?:"{3,5})?|\'\'\'(?:[^']|'(?!''))*+(?:'{3,5})?'''
    r"""|"(?:[^"\\\n]|\\[^\n])*+"?|'[^'\n]*+'?)"""
    r"""|(?P<comment>\#[^\n]*)|(?P<bare>[A-Za-z0-9_-]+)|(?P<mark>[\n\[\]{}=,.])"""
)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines count from 1. ``too_deep`` is the line at which the nesting passes MAX_DEPTH, if it does."""

    by_path: Mapping[Path, int]
    too_deep: int | None = None

    def of(self, path: Path) -> int:
        """The line of a value, else of the nearest thing around it that the file has."""
        return next((self.by_path[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.by_path), 1)


def scan(text: str) -> Lines:
    """Where everything stands in a TOML text; never raises."""
    scanner = _Scanner(text)
    try:
        scanner.document()
    except _TooDeepError as error:
        return Lines(scanner.lines, error.args[0])
    return Lines(scanner.lines)


class _Token(NamedTuple):
    kind: str | None
    text: str
    line: int
    start: int


class _TooDeepError(Exception):
    pass


def _tokens(text: str) -> Iterator[_Token]:
    line, counted = 1, 0
    for match in _TOKEN.finditer(text):
        line, counted = line + text.count("\n", counted, match.start()), match.start()
        if match.lastgroup != "comment":
            yield _Token(match.lastgroup, match[0], line, match.start())
    yield _Token("end", "", line, len(text))


class _Scanner:
    """One pass over the tokens. Each method takes what it is named after and stops at the first token after it."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.next = next(self.tokens)
        self.lines: dict[Path, int] = {}
        self.last_entry: dict[Path, int] = {}

    def take(self) -> _Token:
        token = self.next
        self.next = next(self.tokens, token)
        return token

    def note(self, path: Path, line: int) -> Path:
        if len(path) > MAX_DEPTH:
            raise _TooDeepError(line)
        self.lines.setdefault(path, line)
        return path

    def document(self) -> None:
        table: Path = ()
        while self.next.kind != "end":
            if self.next.text == "[":
                table = self.header()
            else:
                self.pair(table)
            while self.next.kind != "end" and self.take().text != "\n":
                pass

    def header(self) -> Path:
        first = self.take()
        is_entry = self.next.text == "[" and self.next.start == first.start + 1
        if is_entry:
            self.take()
        path: Path = ()
        for part in self.key():
            if path in self.last_entry:
                path = (*path, self.last_entry[path])
            path = self.note((*path, part), first.line)
        if is_entry:
            self.last_entry[path] = self.last_entry.get(path, -1) + 1
        return self.note((*path, self.last_entry[path]), first.line) if is_entry else path

    def pair(self, table: Path) -> None:
        line, path = self.next.line, table
        for part in self.key():
            path = self.note((*path, part), line)
        if self.next.text == "=":
            self.take()
            self.value(path)

    def key(self) -> Iterator[str]:
        while self.next.kind in ("bare", "string") or self.next.text == ".":
            token = self.take()
            if token.text != ".":
                yield _unquoted(token)

    def value(self, path: Path) -> None:
        if self.next.text == "[":
            self.array(path)
        elif self.next.text == "{":
            self.inline_table(path)
        else:
            while self.next.kind != "end" and self.next.text not in ("\n", ",", "]", "}"):
                self.take()

    def array(self, path: Path) -> None:
        self.take()
        index = 0
        while self.next.kind != "end" and self.next.text != "]":
            if self.next.text in ("\n", ",", "}"):
                index += self.take().text == ","
            else:
                self.value(self.note((*path, index), self.next.line))
        self.take()

    def inline_table(self, path: Path) -> None:
        self.take()
        while self.next.kind != "end" and self.next.text != "}":
            if self.next.text in ("\n", ",", "]", "[", "{"):
                self.take()
            else:
                self.pair(path)
        self.take()


def _unquoted(token: _Token) -> str:
    if token.kind == "bare":
        return token.text
    if "\\" in token.text:
        try:
            return str(tomllib.loads(f"key = {token.text}")["key"])
        except ValueError:
            pass
    return token.text[1:-1]
