"""A page says everything that its file states, in words only."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from governance.duties.language import Mandate
from governance.duties.reading import read_mandate
from governance.duties.render import FORMS, mandate_page, render_mandate
from governance.mandate.syntax import values_and_lines
from tests.kit.mandates import EXAMPLES, clause, small

FILES = sorted(file for file in EXAMPLES.rglob("*.toml") if file.stem != "verdicts")
LANGUAGES = ("en", "sv")


def _ids(file: Path) -> str:
    return str(file.relative_to(EXAMPLES).with_suffix(""))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("file", FILES, ids=_ids)
def test_whatever_a_file_states_leaves_a_trace_on_its_page(file: Path, lang: str) -> None:
    tree, _lines = values_and_lines(file.read_text(encoding="utf-8"))
    for part, about in _cut(tree):
        told = _read(part)
        assert told is not None
        page = mandate_page(told, lang)
        for path, other in _otherwise(part, about):
            mandate = _read(other)
            if mandate is not None and mandate != told:
                assert mandate_page(mandate, lang) != page, f"{path} leaves no trace"


def _cut(tree: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    """The file in pieces, so that each is quick to read: its head, and each clause with what belongs to it."""
    about = ("clause", "assignment", "assumption")
    head = {key: value for key, value in tree.items() if key not in about}
    yield head, head
    for clause_ in tree.get("clause", ()):
        own = {key: [it for it in tree.get(key, ()) if it["clause"] == clause_["id"]] for key in about[1:]}
        yield {**head, "clause": [clause_], **own}, about


def _read(tree: dict[str, Any]) -> Mandate | None:
    try:
        return Mandate.model_validate_json(json.dumps(tree), by_alias=True, by_name=False)
    except ValidationError:
        return None


_SILENT = {"key", "id", "governance", "pattern", "steps"}
"""Names that only the file itself uses."""
_OTHER = ("network", "sunday", "2031-01-01", "established", "year", "1/3", "meeting_held", "person", "Zebra", "12-01")


def _otherwise(tree: Any, about: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """The tree with one thing left out or, where it is needed, with another in its place."""
    for path in _paths(tree):
        if path[0] not in about or path[-1] in _SILENT or path[-1] == "en" or "sv" in path:
            continue
        without = deepcopy(tree)
        inner = without
        for step in path[:-1]:
            inner = inner[step]
        value = inner.pop(path[-1])
        if path[-1] == "to_each" and inner.get("evidence") == "feedback_given":  # feedback always is
            continue
        left_out = value in (0, "action_escalated")  # what holds where nothing is said
        if left_out or (path[-1] == "every" and "months" in inner):  # months are named instead
            continue
        if _read(without) is not None:
            yield path, without
            continue
        for other in (value + 1, value - 1) if type(value) is int else _OTHER if isinstance(value, str) else ():
            if isinstance(inner, dict) and other != value:
                yield path, _with(tree, path, other)


def _with(tree: Any, path: tuple[str | int, ...], value: object) -> Any:
    changed = deepcopy(tree)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return changed


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in entries:
        yield from _paths(entry, (*path, key))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("file", FILES, ids=_ids)
def test_nothing_is_shown_as_a_key(file: Path, lang: str) -> None:
    text = file.read_text(encoding="utf-8")
    page = render_mandate(read_mandate(text), lang=lang)
    written = " ".join(re.findall(r'"([^"]*)"', text))
    assert "None" not in page
    assert not re.search(r"[{}]|\(\)|\b[a-z]+_[a-z_]+\b", page)
    keys = set(re.findall(r'^key = "([^"]+)"', text, re.MULTILINE))
    for key in keys:
        others = written.replace(key, "", 1)
        if "-" in key and not re.search(rf"{key}[^a-z0-9\"-]|[a-z]\.? {key}", others):
            assert not re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", page), f"{key} is shown as it is"


@pytest.mark.parametrize("file", FILES, ids=_ids)
def test_sentences_begin_and_end_as_sentences_do(file: Path) -> None:
    page = mandate_page(read_mandate(file.read_text(encoding="utf-8")), "en")
    for section in page.sections:
        for entry in section.entries if section.quotes else ():
            for duty in entry.parts:
                for sentence in (
                    duty.text,
                    *duty.points,
                    *(p for part in duty.parts for p in (part.text, *part.points)),
                ):
                    assert sentence[0].isupper() or not sentence[0].isalpha(), sentence
                    assert sentence[-1] in ".”", sentence
                    assert "  " not in sentence, sentence
                    assert " ," not in sentence, sentence
                    assert ".." not in sentence, sentence


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


HOSTILE = "<script>alert(1)</script> *a* [b](http://c) \u202e | # `d`"


def test_html_is_whole_and_takes_no_text_for_a_tag() -> None:
    page = render_mandate(
        read_mandate(small(clause("1", pattern="unmeasured", holder="chair")).replace("The net", HOSTILE)),
        lang="en", form="html",
    )  # fmt: skip
    tags = _Tags()
    tags.feed(page)
    assert tags.open == []
    assert tags.seen >= {"html", "head", "title", "style", "main", "h1", "h2", "section", "ul", "li"}
    assert "script" not in tags.seen
    assert '<html lang="en">' in page
    assert "\u202e" not in page


def test_markdown_takes_no_text_for_a_mark() -> None:
    page = render_mandate(
        read_mandate(small(clause("1", pattern="unmeasured", holder="chair")).replace("The net", HOSTILE)),
        lang="en", form="md",
    )  # fmt: skip
    assert r"\<script\>alert(1)\</script\> \*a\* \[b\](http://c)" in page
    assert "\u202e" not in page


@pytest.mark.parametrize("form", FORMS)
def test_each_form_says_the_same(form: str) -> None:
    file = EXAMPLES / "skaraborg-vuxenutbildning-2021.toml"
    mandate = read_mandate(file.read_text(encoding="utf-8"))
    for lang, sentence in (("en", "the chair leads the meetings"), ("sv", "ordföranden leder nätverkets träffar")):
        page = FORMS[form](mandate_page(mandate, lang))
        assert sentence in page.lower()


def test_texts_come_in_the_language_of_the_page() -> None:
    page = render_mandate(read_mandate(small(clause("1", pattern="unmeasured", holder="network"))), lang="sv")
    assert "Nätet" in page
    assert "The net" not in page
