"""The steps of the features, by noun."""

pytest_plugins = [
    "tests.steps.ledger",
    "tests.steps.role",
    "tests.steps.obligation",
    "tests.steps.mandate",
    "tests.steps.board",
    "tests.steps.assignment",
    "tests.steps.meeting",
    "tests.steps.minutes",
    "tests.steps.network",
    "tests.steps.person",
    "tests.steps.correction",
    "tests.steps.importing",
    "tests.steps.question",
    "tests.steps.proof",
]
