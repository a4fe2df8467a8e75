"""The steps of the features, by noun."""

pytest_plugins = ["tests.steps.ledger", "tests.steps.obligation"]
