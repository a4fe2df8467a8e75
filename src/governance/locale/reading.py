"""The whole of a catalogue, read strictly: for the script and the tests that keep it complete."""

import re
from typing import NamedTuple

__all__ = ["Catalogue", "read"]

_TEXT = r'"((?:[^"\\\n]|\\[\\"nt])*)"\n'
_COUNTING = rf"msgid_plural {_TEXT}msgstr\[0\] {_TEXT}msgstr\[1\] {_TEXT}"
_ENTRY = re.compile(rf"(?:#[^\n]*\n|\n)*(?:msgid {_TEXT}(?:{_COUNTING}|msgstr {_TEXT})|\Z)")
_ESCAPES = {"\\\\": "\\", '\\"': '"', "\\n": "\n", "\\t": "\t"}


class Catalogue(NamedTuple):
    """Texts by the English one; for those that count, two by the English two. What is not translated is empty."""

    texts: dict[str, str]
    counting: dict[tuple[str, str], tuple[str, str]]


def read(text: str) -> Catalogue:
    """A catalogue from the text of its file; raises ValueError where that is not as the script writes it."""
    found, at = Catalogue({}, {}), 0
    while at < len(text):
        entry = _ENTRY.match(text, at)
        if entry is None or entry.end() == at:
            raise ValueError(f"catalogue: line {text.count(chr(10), 0, at) + 1} or after it is no entry")
        at, (one, many, *said) = entry.end(), entry.groups()
        if many is not None:
            found.counting[_plain(one), _plain(many)] = _plain(said[0]), _plain(said[1])
        elif one is not None:
            found.texts[_plain(one)] = _plain(said[2])
    return found


def _plain(written: str) -> str:
    return re.sub(r'\\[\\"nt]', lambda found: _ESCAPES[found[0]], written)
