"""Every text is there in every language, fills in the same values, and is found as fast as it is read."""

import ast
import subprocess
import sys
from dataclasses import fields
from typing import get_args

import pytest

from governance.duties.evidence import EVIDENCE
from governance.duties.evidence_kind import EvidenceKind
from governance.duties.measures import MEASURES
from governance.duties.occasions.base import Silence
from governance.locale import Translations, file_of, quoted, translations
from governance.locale.reading import read
from governance.questions import QUESTIONS
from governance.questions.changes import Difference
from governance.text import N_, _, language, ngettext, speaking
from governance_cli.verdicts import _DUTIES
from scripts.texts import LANGUAGES, Text, _of_file, complaints, found, written

TEXTS = found()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_is_complete(lang: str) -> None:
    amiss = list(complaints(read(file_of(lang).read_text(encoding="utf-8")), TEXTS))
    assert amiss == [], "`make texts` enters what is missing and takes out what is stale; then translate what is empty"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_is_written_as_the_script_writes_it(lang: str) -> None:
    text = file_of(lang).read_text(encoding="utf-8")
    assert written(lang, read(text), TEXTS) == text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_looking_a_text_up_finds_what_reading_the_whole_finds(lang: str) -> None:
    known, quick = read(file_of(lang).read_text(encoding="utf-8")), translations(lang)
    assert quick is not None
    for one, said in known.texts.items():
        assert quick.of(one) == (said,)
    for pair, both in known.counting.items():
        assert quick.of(*pair) == both


AWKWARD = 'a "b" \\n c\\\\ \n\td “e” \\'


def test_every_character_comes_back_as_it_was() -> None:
    text = written("sv", read(""), {(AWKWARD, None): Text(AWKWARD, None, "x.py")})
    text = text.replace(f'msgid {quoted(AWKWARD)}\nmsgstr ""', f"msgid {quoted(AWKWARD)}\nmsgstr {quoted(AWKWARD)}")
    assert read(text).texts[AWKWARD] == AWKWARD
    assert Translations(text.encode()).of(AWKWARD) == (AWKWARD,)


def test_what_is_not_translated_is_shown_as_it_is_written() -> None:
    catalogue = 'msgid "one"\nmsgstr ""\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] ""\n'
    quick = Translations(catalogue.encode())
    assert quick.of("one") == quick.of("two") == quick.of("a", "b") == quick.of("a") == ()


@pytest.mark.parametrize("lang", ["xx", "..", "s/", "", "sv_SE", "S\x00"])
def test_a_language_that_is_not_there_has_no_texts(lang: str) -> None:
    assert translations(lang) is None


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a"\n',
        'msgid "a"\nmsgstr "b"',
        'msgid "a"\nmsgstr "b\\q"\n',
        'msgid a\nmsgstr "b"\n',
        'msgstr "b"\nmsgid "a"\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n',
        'msgid "a"\n"b"\nmsgstr "c"\n',
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        read(text)


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ('msgid "In {n} days."\nmsgstr ""\n', "missing"),
        ('msgid "In {n} days."\nmsgstr "Om {m} dagar."\n', "other values"),
        ('msgid "In {n} days."\nmsgstr "Om {n} {n!r} dagar"\n', "another end"),
        ('msgid "In {n} days."\nmsgstr "Om {n dagar."\n', "other values"),
        ('msgid "In {n} days."\nmsgstr "Om {n} dagar."\n\nmsgid "Old."\nmsgstr "Gammal."\n', "stale"),
    ],
)
def test_what_is_wrong_in_a_catalogue_is_told(entry: str, complaint: str) -> None:
    said = list(complaints(read(entry), {("In {n} days.", None): Text("In {n} days.", None, "x.py")}))
    assert len(said) == 1
    assert complaint in said[0]


def test_texts_are_found_where_they_are_marked() -> None:
    code = 'x = _("a" "b"), N_("c"), ngettext("{n} d", "{n} ds", n), _(e), other("f")'
    assert list(_of_file("src/x.py", ast.parse(code))) == [("ab", None), ("c", None), ("{n} d", "{n} ds")]
    with pytest.raises(SystemExit, match=r"x\.py:1"):
        list(_of_file("src/x.py", ast.parse('_(f"a {b}")')))


def test_another_language_is_spoken_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVERNANCE_LANGUAGE", "en")
    assert _("overdue") == "overdue"
    with speaking("sv"):
        assert language() == "sv"
        assert _("overdue") == "försenad"
        assert [ngettext("{n} day", "{n} days", n) for n in (0, 1, 2)] == ["{n} dagar", "{n} dag", "{n} dagar"]
        with speaking(None):
            assert language() == "sv"
        with speaking("en"):
            assert _("overdue") == "overdue"
    assert language() == "en"
    assert N_("overdue") == "overdue"


def test_two_texts_can_count_that_are_marked_by_themselves() -> None:
    with speaking("sv"):
        one, many = N_("{n} obligation on {day} ({known})."), N_("{n} obligations on {day} ({known}).")
        assert [ngettext(one, many, n) for n in (1, 2)] == [
            "{n} förpliktelse den {day} ({known}).", "{n} förpliktelser den {day} ({known}).",
        ]  # fmt: skip


def test_english_needs_no_catalogue() -> None:
    code = "import sys; from governance.text import _; _('overdue'); print('governance.locale' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], env={"GOVERNANCE_LANGUAGE": "en"}, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"


def test_every_name_that_is_shown_as_a_word_is_marked() -> None:
    shown = {field.name for question in QUESTIONS.values() for field in fields(question.row)}
    shown |= {field.name for field in fields(Difference)}
    assert {_worded(name) for name in shown} <= TRANSLATED
    assert {_worded(name) for name in get_args(Silence)} <= TRANSLATED
    owed = {_worded(measure.owed) for measure in MEASURES}
    assert owed <= TRANSLATED | {_worded(name) for name in _DUTIES}


@pytest.mark.parametrize("kind", EVIDENCE.values(), ids=list(EVIDENCE))
def test_a_table_says_of_evidence_what_its_row_says(kind: EvidenceKind) -> None:
    assert _DUTIES.get(kind.word, _worded(kind.word)) == kind.label


TRANSLATED = {one for one, _many in TEXTS}


def _worded(name: str) -> str:
    return name.replace("_", " ")
