"""Each fault that a mandate file can have: where it is said to be, and in which words."""

import pickle

import pytest

from governance.duties.reading import Problem, read_mandate
from governance.errors import MandateInvalid

RIGHT = """\
governance = 1
version = "1"
title = "T"
in_force = { from = 2021-01-01 }
[network] # 5
key = "n"
name = "N"
time_zone = "UTC"
registry_address = "in@example.org"
[principal] # 10
key = "p"
name = "P"
[[goal]]
id = "1"
text = "G" # 15
[[role]]
key = "chair"
name = "C"
held_by = "person"
[[meeting_kind]] # 20
key = "m"
name = "M"
[[clause]]
id = "U"
text = "U" # 25
[[clause.duty]]
pattern = "report"
holder = "network"
[[clause]]
id = "D" # 30
text = "D"
[[clause.duty]]
pattern = "each_meeting"
holder = "chair"
counterparty = ["registry"] # 35
kinds = ["m"]
evidence = "minutes_submitted"
[[assignment]]
key = "a"
clause = "U" # 40
title = "A"
goals = ["1"]
[[assignment.report]]
key = "final"
due = "2021-05" # 45
[[assumption]]
id = "x"
clause = "D"
due = { rule = "after", days = 14 }
text = "X" # 50
"""


def problems(text: str) -> list[Problem]:
    with pytest.raises(MandateInvalid) as caught:
        read_mandate(text, "m.toml")
    found = list(caught.value.details["problems"])
    assert caught.value.details["count"] == len(found)
    return found


def without(*lines: int) -> str:
    """RIGHT with these lines empty, so that the others keep their numbers."""
    return "".join("\n" if n in lines else line for n, line in enumerate(RIGHT.splitlines(keepends=True), 1))


def test_the_file_that_all_others_differ_from_is_right() -> None:
    mandate = read_mandate(RIGHT)
    assert (mandate.network.key, mandate.assignments[0].reports[0].due) is not None
    assert str(mandate.assignments[0].reports[0].due) == "2021-05"


WRONG_IN_THEMSELVES = [
    # what stands in RIGHT → what is written instead: the line, the key, and what is said of it
    ("governance = 1", "governance = 2", 1, "governance", "2 is too large (allowed: 1)"),
    ("governance = 1", "governance = 0", 1, "governance", "0 is too small (allowed: 1)"),
    ("governance = 1", "governance = true", 1, "governance", "true is not what must stand here (allowed: 1)"),
    ("governance = 1", "governance = 1.0", 1, "governance", "1.0 is not what must stand here (allowed: 1)"),
    ('version = "1"', "version = 1", 2, "version", "1 is not what must stand here (allowed: a text in quotes"),
    ('version = "1"', 'version = ""', 2, "version", "is empty"),
    ('version = "1"', 'version = "  "', 2, "version", "'  ' is not written as it must be"),
    ('version = "1"', f'version = "{"x" * 4001}"', 2, "version", "is too long"),
    ('version = "1"', 'version = "a\\u0000"', 2, "version", r"'a\x00' is not written as it must be"),
    ('version = "1"', 'version = "\\u001b[2J"', 2, "version", r"'\x1b[2J' is not written as it must be"),
    ('title = "T"', "title = {}", 3, "title", 'is empty (allowed: a text in quotes, or one for each language: { sv'),
    ('title = "T"', 'title = { swe = "T" }', 3, "title.swe", "is no language (allowed: two small letters, such as sv"),
    ('title = "T"', 'title = { sv = "" }', 3, "title.sv", "is empty (allowed: a text in quotes, not empty"),
    ('title = "T"', 'title = ["T"]', 3, "title", "a list is not what must stand here"),
    ("from = 2021-01-01", 'from = "0"', 4, "in_force.from", "'0': not a day (allowed: a day, written 2021-05-17)"),
    ("from = 2021-01-01", 'from = "20210101"', 4, "in_force.from", "'20210101': not a day"),
    ("from = 2021-01-01", 'from = "2021-02-29"', 4, "in_force.from", "'2021-02-29': not a day"),
    ("from = 2021-01-01", "from = 2021-01-01T00:00:00", 4, "in_force.from", "'2021-01-01T00:00:00': not a day"),
    ("from = 2021-01-01", "from = 2021", 4, "in_force.from", "2021 is not what must stand here (allowed: a day"),
    ("from = 2021-01-01", "from = 12:00:00", 4, "in_force.from", "'12:00:00': not a day"),
    ('key = "n"', 'key = "N"', 6, "network.key", "'N' is not written as it must be (allowed: a–z, 0–9 and hyphens"),
    ('key = "n"', 'key = "ö"', 6, "network.key", "'ö' is not written as it must be"),
    ('key = "n"', 'key = "-n"', 6, "network.key", "'-n' is not written as it must be"),
    ('key = "n"', f'key = "{"n" * 64}"', 6, "network.key", "nnn…' is not written as it must be"),
    ('"UTC"', '"Mars/North"', 8, "network.time_zone", "'Mars/North': not a time zone that is known (allowed: an"),
    ('"UTC"', '"../etc/passwd"', 8, "network.time_zone", "not a time zone that is known"),
    ('"UTC"', '"Europe"', 8, "network.time_zone", "'Europe': not a time zone that is known"),
    ('"UTC"', '""', 8, "network.time_zone", "'': not a time zone that is known"),
    ('held_by = "person"', 'held_by = "persn"', 19, "role[chair].held_by", "did you mean person? (allowed: person, p"),
    ('"report"', '"reports"', 27, "clause[U].duty[1].pattern", "did you mean report? (allowed: each_event, each"),
    ('pattern = "report"', "", 26, "clause[U].duty[1].pattern", "is missing (allowed: each_event, each_item, e"),
    ('pattern = "report"', "pattern = 3", 27, "clause[U].duty[1].pattern", "3 is not one of the words that can stand"),
    ('holder = "network"', "", 26, "clause[U].duty[1].holder", "is missing (allowed: a–z, 0–9 and hyphens"),
    ('holder = "network"', 'holder = "network"\ndue = 1', 29, "clause[U].duty[1].due", "is no key that is known here"),
    ('id = "D"', 'id = "D D"', 30, "clause['D D'].id", "'D D' is not written as it must be"),
    ('["registry"]', '"registry"', 35, "clause[D].duty[1].counterparty", "(allowed: a list in square brackets; each"),
    ('["registry"]', '["registry", 1]', 35, "clause[D].duty[1].counterparty[2]", "1 is not what must stand here"),
    ('"minutes_submitted"', '"minutes"', 37, "clause[D].duty[1].evidence", "(allowed: meeting_held, meeting_led"),
    ('"2021-05"', '"May 2021"', 45, "assignment[a].report[final].due", "'May 2021': not a day, month or year"),
    ('"2021-05"', '"2021-13"', 45, "assignment[a].report[final].due", "'2021-13': not a day, month or year"),
    ('"2021-05"', "2021", 45, "assignment[a].report[final].due", "2021: "),
    ('"after", days = 14', '"after", days = -1', 49, "assumption[x].due.days", "-1 is too small (allowed: a whole nu"),
    ('"after", days = 14', '"after", days = 1.5', 49, "assumption[x].due.days", "1.5 is not what must stand here"),
    ('"after", days = 14', '"later"', 49, "assumption[x].due.rule", "'later' is not one of the words that can"),
    ('"after", days = 14', '"in_year", month = 13, day = 3', 49, "assumption[x].due.month", "13 is too large"),
    ('"after", days = 14', '"in_year", month = 2, day = 30', 49, "assumption[x].due.day", "(allowed: 1 to 28, or no d"),
    ('"after", days = 14', '"in_year", month = 2, day = 29', 49, "assumption[x].due.day", "month 2 does not have a d"),
    ('"after", days = 14', '"in_year", month = 4, day = 31', 49, "assumption[x].due.day", "(allowed: 1 to 30"),
    ('due = { rule = "after", days = 14 }', "due = 14", 49, "assumption[x].due", "(allowed: a table with rule = after"),
    ('due = { rule = "after", days = 14 }', "", 46, "assumption[x].due", "is missing (allowed: a table with rule ="),
]  # fmt: skip

WRONG_AMONG_EACH_OTHER = [
    ("from = 2021-01-01", "from = 2021-01-01, to = 2020-12-31", 4, "in_force.to", "2020-12-31 lies before the first"),
    ('registry_address = "in@example.org"', "", 35, "clause[D].duty[1].counterparty[1]", "has no registry address"),
    ('key = "p"', 'key = "chair"', 17, "role[chair].key", "'chair' stands here for the second time"),
    ('key = "p"', 'key = "members"', 11, "principal.key", "'members' has a meaning of its own in every"),
    ('key = "chair"', 'key = "chef"', 34, "clause[D].duty[1].holder", "nothing here has the name 'chair'"),
    ('holder = "chair"', 'holder = "chiar"', 34, "clause[D].duty[1].holder", "did you mean chair? (allowed: network,"),
    ('["registry"]', '["registry", "registry"]', 35, "clause[D].duty[1].counterparty[2]", "for the second time"),
    ('kinds = ["m"]', 'kinds = ["k"]', 36, "clause[D].duty[1].kinds[1]", "nothing here has the name 'k' (allowed: m)"),
    ('held_by = "person"', 'held_by = "derived"', 16, "role[chair].derived_from", "is missing: the role is derived ("),
    ('id = "D"', 'id = "U"', 30, "clause[U].id", "'U' stands here for the second time"),
    ('clause = "U"', 'clause = "V"', 40, "assignment[a].clause", "nothing here has the name 'V' (allowed: U, D)"),
    ('clause = "U"', 'clause = "D"', 40, "assignment[a].clause", "the clause 'D' has no duty to report"),
    ('goals = ["1"]', 'goals = ["2"]', 42, "assignment[a].goals[1]", "nothing here has the name '2' (allowed: 1)"),
    ('goals = ["1"]', 'goals = ["1", "1"]', 42, "assignment[a].goals[2]", "'1' stands here for the second time"),
    ('clause = "D"', 'clause = "U"', 48, "assumption[x].clause", "no duty of the clause 'U' can have a due date"),
    ('clause = "D"', 'clause = "d"', 48, "assumption[x].clause", "nothing here has the name 'd' (allowed: U, D)"),
    ('kinds = ["m"]', 'due = { rule = "after", days = 1 }', 48, "assumption[x].clause", "'D' states itself when it is"),
    ('kinds = ["m"]', 'silent_on = ["form", "form"]', 36, "clause[D].duty[1].silent_on[2]", "for the second time"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "line", "key", "said"), WRONG_IN_THEMSELVES + WRONG_AMONG_EACH_OTHER)
def test_a_fault_is_told_with_its_place(right: str, wrong: str, line: int, key: str, said: str) -> None:
    assert RIGHT.count(right) >= 1
    found = problems(RIGHT.replace(right, wrong, 1))
    assert [(p.file, p.line, p.key) for p in found if said in f"{p.problem} {p}"] == [("m.toml", line, key)]


QUOTA = "[[clause]]\nid='Q'\ntext='Q'\n[[clause.duty]]\npattern='quota'\nholder='network'\nat_least=6\n"
DUTY = "[[clause.duty]]\npattern='unmeasured'\nholder='p'\n"
MORE = [
    # what is written after RIGHT, from line 51 on, and the faults in it
    ("[[role]]\nkey='b'\nname='B'\nheld_by='person'\nderived_from='meeting.host'", [(55, "role[b].derived_from")]),
    ("[[role]]\nkey='chair'\nname='B'\nheld_by='person'", [(52, "role[chair].key")]),
    ("[[role]]\nkey='p'\nname='B'\nheld_by='persons'", [(52, "role[p].key")]),
    ("[[member]]\nkey='registry'\nname='B'", [(52, "member[registry].key")]),
    ("[[member]]\nkey='b'\nname='B'\n[[organisation]]\nkey='b'\nname='C'", [(55, "organisation[b].key")]),
    ("[[goal]]\nid='1'\ntext='G'", [(52, "goal[1].id")]),
    ("[[meeting_kind]]\nkey='m'\nname='M'", [(52, "meeting_kind[m].key")]),
    ("[[assignment]]\nkey='a'\nclause='U'\ntitle='A'\nreport=[{key='x'}]", [(52, "assignment[a].key")]),
    ("[[assignment]]\nkey='b'\nclause='U'\ntitle='A'", [(51, "assignment[b].report")]),
    ("[[assignment]]\nkey='b'\nclause='U'\ntitle='A'\nreport=[]", [(55, "assignment[b].report")]),
    (
        "[[assignment]]\nkey='b'\nclause='U'\ntitle='A'\nreport=[\n{key='x'},\n{key='x'}]",
        [(57, "assignment[b].report[x].key")],
    ),
    (
        "[[assumption]]\nid='x'\nclause='D'\ntext='X'\ndue={rule='after',days=1}",
        [(52, "assumption[x].id"), (53, "assumption[x].clause")],
    ),
    (QUOTA + "kinds=['m']\nunclear_kinds=['m']", [(59, "clause[Q].duty[1].unclear_kinds[1]")]),
    (QUOTA + "unclear_kinds=['m']", [(58, "clause[Q].duty[1].unclear_kinds")]),
    ("[[clause]]\nid='4.2'\ntext='Q'\n[[clause]]\nid='4'\ntext='Q'\n" + 2 * DUTY, [(60, "clause[4].duty[2]")]),
    ("[[clauses]]\nid='a'", [(51, "clauses")]),
    ("[network.more]\na=1\nb=2", [(51, "network.more")]),
    ("['a key']", [(51, "'a key'")]),
]


@pytest.mark.parametrize(("more", "places"), MORE)
def test_a_fault_in_what_is_added(more: str, places: list[tuple[int, str]]) -> None:
    assert [(p.line, p.key) for p in problems(RIGHT + more)] == places


NOT_TOML = [
    ("a", 1, "after a key an = is missing"),
    ("\n\na = ", 3, "this is no value: texts stand in quotes, days are written 2021-05-17"),
    ("a = 1\na = 2", 2, "this stands here for the second time"),
    ("[a]\n[b]\n[a]", 3, "this stands here for the second time"),
    ("a = {b = 1, b = 2}", 1, "this stands here for the second time"),
    ("a = 'x\nb = 1", 1, "a text has no end: its last quote is missing"),
    ("a = 'x\nb = 'y'", 1, "a text has no end: its last quote is missing"),
    ("a = '''x\n'y\n", 1, "a text has no end: its last quote is missing"),
    ('a = "x\nb = 1', 1, "a text has no end: its last quote is missing"),
    ('b = 1\na = """x\nb = 1\n\n', 2, "a text has no end: its last quote is missing"),
    ("a = [1\nb = 2", 2, "a list has no end: a comma or its ] is missing"),
    ("a = {b = 1\nc = 2}", 1, "a table has no end: a comma or its } is missing"),
    ("[a\nb = 1", 1, "a heading has no end: its ] is missing"),
    ("[[a]\nb = 1", 1, "a heading has no end: its ] is missing"),
    ("a = 2021-02-30", 1, "there is no such day or time"),
    ("a = b", 1, "this is no value: texts stand in quotes, days are written 2021-05-17"),
    ("a = 1 2", 1, "something stands after the end of the value; texts stand in quotes"),
    ("ö = 1", 1, "a line begins with a key, a [heading] or a # comment"),
    ('a = "\\q"', 1, "a backslash in a text is written twice: \\\\"),
    ('a = "\x07"', 1, "here is a character that cannot be seen; delete it"),
    ("# \x00", 1, "here is a character that cannot be seen; delete it"),
    ("a = 1\n# \udcff", 2, "here is half a character; save the file as UTF-8"),
    (f"a = 1\nb = {'[' * 1_000_000}"[:499_999], 2, "lists and tables lie more than 24 deep in each other"),
    (f"a = {'{a=' * 50_000}", 1, "lists and tables lie more than 24 deep in each other"),
    (f"{'a.' * 200_000}b = 1", 1, "lists and tables lie more than 24 deep in each other"),
    (f"[{'a.' * 200_000}b]", 1, "lists and tables lie more than 24 deep in each other"),
    (f"a = {'9' * 5_000}", 1, "somewhere a number is too long, or brackets are too many"),
    (f"a = 0x{'f' * 5_000}", 1, "somewhere a number is too long, or brackets are too many"),
    ("#" * 500_001, 1, "the file has more than 500000 characters"),
]


@pytest.mark.parametrize(("text", "line", "said"), NOT_TOML, ids=range(len(NOT_TOML)))
def test_what_is_no_toml_has_one_problem(text: str, line: int, said: str) -> None:
    assert problems(text) == [Problem("m.toml", line, "", said)]


def test_all_faults_are_told_at_once_and_in_the_order_of_the_lines() -> None:
    text = without(2, 12, 45)
    for right, wrong in [
        ("from = 2021-01-01", "from = 2021-01-01, to = 2020-01-01"),
        ('"UTC"', '"Mars/North"'),
        ('held_by = "person"', 'held_by = "persn"'),
        ('holder = "network"', 'holder = "nobody"'),
        ('goals = ["1"]', 'goals = ["2"]\nbugdet = 3'),
    ]:
        assert right in text
        text = text.replace(right, wrong)
    assert [(p.line, p.key) for p in problems(text)] == [
        (1, "version"),
        (4, "in_force.to"),
        (8, "network.time_zone"),
        (10, "principal.name"),
        (19, "role[chair].held_by"),
        (28, "clause[U].duty[1].holder"),
        (42, "assignment[a].goals[1]"),
        (43, "assignment[a].bugdet"),
    ]


def test_an_empty_file_lacks_all_that_a_mandate_must_have() -> None:
    assert [(p.line, p.key, p.problem) for p in problems("")] == [
        (1, key, "is missing") for key in ("governance", "version", "title", "network", "in_force", "principal")
    ]


def test_the_python_names_of_keys_are_no_keys_of_the_file() -> None:
    text = RIGHT.replace("from = ", "from_ = ").replace("[[goal]]", "[[goals]]")
    assert [(p.line, p.key) for p in problems(text)] == [
        (4, "in_force.from"),
        (4, "in_force.from_"),
        (13, "goals"),
        (42, "assignment[a].goals[1]"),
    ]


def test_no_more_than_five_hundred_problems_are_told() -> None:
    assert len(problems(RIGHT + "[more]\n" + "[[member]]\n" * 600)) == 500


def test_a_problem_prints_as_one_line() -> None:
    problem = problems(RIGHT.replace('"person"', '"x"'))[0]
    assert str(problem) == (
        "m.toml:19: role[chair].held_by: 'x' is not one of the words that can stand here"
        " (allowed: person, persons, organisation, derived)"
    )
    assert str(Problem("m.toml", 3, "", "is wrong")) == "m.toml:3: is wrong"


def test_the_error_travels_between_processes() -> None:
    with pytest.raises(MandateInvalid) as caught:
        read_mandate("")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert copy.details == caught.value.details


@pytest.mark.parametrize("text", ["\ufeff" + RIGHT, RIGHT.replace("\n", "\r\n"), RIGHT.rstrip("\n")])
def test_marks_and_line_ends_of_other_editors_do_not_matter(text: str) -> None:
    assert read_mandate(text) == read_mandate(RIGHT)
