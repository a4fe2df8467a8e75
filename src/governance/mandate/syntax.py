"""From the text of a TOML file to plain values: texts, numbers, truths, lists and tables. Days become ISO text."""

import re
import tomllib
from datetime import date, time

from governance.mandate.lines import MAX_DEPTH, Lines, scan
from governance.text import N_, _

__all__ = ["MAX_CHARACTERS", "NotReadableError", "values_and_lines"]

MAX_CHARACTERS = 500_000
"""Of a file: some two hundred printed pages."""

_PLAINLY = (
    ("Cannot", N_("this stands here for the second time")),
    ("Duplicate", N_("this stands here for the second time")),
    ("Unterminated string", N_("a text has no end: its last quote is missing")),
    ("Expected \"'", N_("a text has no end: its last quote is missing")),
    ("Found invalid character '\\n'", N_("a text has no end: its last quote is missing")),
    ("Illegal character '\\n'", N_("a text has no end: its last quote is missing")),
    ("Illegal character", N_("here is a character that cannot be seen; delete it")),
    ("Found invalid character", N_("here is a character that cannot be seen; delete it")),
    ("Unescaped", N_("a backslash in a text is written twice: \\\\")),
    ("Unclosed array", N_("a list has no end: a comma or its ] is missing")),
    ("Unclosed inline table", N_("a table has no end: a comma or its } is missing")),
    ("Expected ']", N_("a heading has no end: its ] is missing")),
    ("Expected '='", N_("after a key an = is missing")),
    ("Expected newline", N_("something stands after the end of the value; texts stand in quotes")),
    ("Invalid value", N_("this is no value: texts stand in quotes, days are written 2021-05-17")),
    ("Invalid date", N_("there is no such day or time")),
    ("Invalid initial character", N_("a key is missing, or has a letter other than a–z and no quotes")),
    ("Invalid statement", N_("a line begins with a key, a [heading] or a # comment")),
)
"""How the parser's messages begin, and what they mean."""

_OPENED_BY = {"Unterminated string": '"""', 'Expected "\'"': "'", "Expected \"'''\"": "'''"}
"""For a text that runs to the end of the file, what opened it: there is no later one of these."""


class NotReadableError(Exception):
    """The text is no TOML, or more than a mandate can be; never leaves this package."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


def values_and_lines(text: str) -> tuple[dict[str, object], Lines]:
    """The values of a TOML text, and on which lines they stand; raises NotReadableError and nothing else."""
    if len(text) > MAX_CHARACTERS:
        raise NotReadableError(1, _("the file has more than {count} characters").format(count=MAX_CHARACTERS))
    if unpaired := re.search("[\ud800-\udfff]", text):
        line = text.count("\n", 0, unpaired.start()) + 1
        raise NotReadableError(line, _("here is half a character; save the file as UTF-8"))
    lines = scan(text)
    if lines.too_deep:
        problem = _("lists and tables lie more than {count} deep in each other").format(count=MAX_DEPTH)
        raise NotReadableError(lines.too_deep, problem)
    try:
        return {key: _plain(value) for key, value in tomllib.loads(text).items()}, lines
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), text) from error
    except (ValueError, RecursionError) as error:
        raise NotReadableError(1, _("somewhere a number is too long, or brackets are too many")) from error


def _syntax_error(message: str, text: str) -> NotReadableError:
    at = re.search(r" \(at line ([0-9]+), column [0-9]+\)$| \(at end of document\)$", message)
    last = text.rstrip().count("\n") + 1
    line = int(at[1]) if at and at[1] else last
    message = message[: at.start()] if at else message
    quote = _OPENED_BY.get(message)
    if quote and (quote != '"""' or text.count(quote) % 2):
        line = text.count("\n", 0, text.rfind(quote)) + 1
    plainly = next((_(words) for start, words in _PLAINLY if message.startswith(start)), message)
    return NotReadableError(line, plainly)


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    if isinstance(value, int):
        str(value)  # raises ValueError for a number too long to be written
    return value.isoformat() if isinstance(value, date | time) else value
