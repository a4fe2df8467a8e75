"""Which tests a changed file calls for."""

import pytest

from scripts.quick import mirrors_of, nouns_of


@pytest.mark.parametrize(
    ("file", "test"),
    [
        ("src/governance/questions/roles.py", "tests/unit/questions/test_roles.py"),
        ("src/governance/model/network.py", "tests/unit/test_import_circles.py"),
        ("src/governance/examples/__init__.py", "tests/unit/examples/test_begun.py"),
        ("cli/governance_cli/answers.py", "tests/cli/test_answers.py"),
        ("docs/architecture.md", "tests/unit/test_pages.py"),
        ("CONTRIBUTING.md", "tests/unit/test_pages.py"),
        ("src/governance/locale/sv/LC_MESSAGES/governance.po", "tests/unit/test_catalogue.py"),
        ("tests/unit/test_time.py", "tests/unit/test_time.py"),
    ],
)
def test_a_file_stands_for_the_tests_that_mirror_it(file: str, test: str) -> None:
    assert test in list(mirrors_of(file))


def test_the_mirrors_of_another_room_do_not_mirror_it() -> None:
    assert "tests/unit/questions/test_meetings.py" not in list(mirrors_of("src/governance/model/meeting.py"))


@pytest.mark.parametrize(
    ("file", "nouns"),
    [
        ("src/governance/model/meeting_events.py", {"meeting"}),
        ("src/governance/ledger/commands/minutes.py", {"minutes"}),
        ("src/governance/questions/deadlines.py", {"deadline"}),
        ("features/role/terms.feature", {"role"}),
        ("src/governance/text.py", set()),
    ],
)
def test_a_file_stands_for_the_features_of_its_noun(file: str, nouns: set[str]) -> None:
    assert nouns_of(file) == nouns
