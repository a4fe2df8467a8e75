"""Every text that a person reads goes through one door."""

import pytest

from governance.text import N_, _, language, ngettext, words

VARIABLES = ("GOVERNANCE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def speaks(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("settings", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv"}, "sv"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "de"),
        ({"LC_MESSAGES": "sv_SE", "LANG": "de_DE"}, "sv"),
        ({"GOVERNANCE_LANGUAGE": "en", "LC_ALL": "sv_SE.UTF-8"}, "en"),
        ({"GOVERNANCE_LANGUAGE": "", "LANG": "sv_SE"}, "sv"),
        ({"GOVERNANCE_LANGUAGE": "SV"}, "sv"),
    ],
)
def test_the_language_of_the_process(settings: dict[str, str], spoken: str, speaks: pytest.MonkeyPatch) -> None:
    for name, value in settings.items():
        speaks.setenv(name, value)
    assert language() == spoken


def test_without_a_catalogue_the_text_is_as_written(speaks: pytest.MonkeyPatch) -> None:
    speaks.setenv("GOVERNANCE_LANGUAGE", "xx")
    assert _("Held on {day}, in full.") == "Held on {day}, in full."
    assert N_("a") == "a"
    assert [ngettext("one day", "{n} days", n) for n in (0, 1, 2)] == ["{n} days", "one day", "{n} days"]


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ({"sv": "möte", "en": "meeting"}, "sv", "möte"),
        ({"sv": "möte", "en": "meeting"}, "en", "meeting"),
        ({"sv": "möte", "en": "meeting"}, "de", "meeting"),
        ({"sv": "möte"}, "de", "möte"),
        ({"": "Skara"}, "sv", "Skara"),
        ({"": "Skara", "en": "Scara"}, "de", "Skara"),
    ],
)
def test_words_in_a_language(text: dict[str, str], lang: str, told: str) -> None:
    assert words(text, lang) == told
