# `make demo` and `make test` need Python 3.11 or later, git and make; all else goes into .venv by itself.

BIN = .venv/bin

.PHONY: help demo quick test lint fuzz bench docs texts clean venv

help:
	@echo "make demo   the ledger at work on a real mandate"
	@echo "make quick  the tests of what you just changed, in seconds"
	@echo "make test   every check and every test, as .ci/run does"
	@echo "make lint   the checks alone: style, types, who may import whom, reference pages"
	@echo "make fuzz   the property, fault and fuzz tests, for longer"
	@echo "make bench  how fast it is"
	@echo "make docs   write the generated pages of docs/ anew"
	@echo "make texts  enter new texts into the catalogues, take out old ones, and say what is to be translated"
	@echo "make clean  delete what these commands made, but for .venv"

demo: venv
	@sh scripts/demo

test: lint
	@$(BIN)/python -m pytest -q -n auto

quick: venv
	@$(BIN)/python scripts/quick.py $(SINCE)

lint: venv
	@$(BIN)/ruff check -q .
	@$(BIN)/ruff format -q --check .
	@$(BIN)/mypy --no-error-summary
	@sh scripts/quietly $(BIN)/lint-imports
	@$(BIN)/python docs/make_reference.py --check

fuzz: venv
	@HYPOTHESIS_PROFILE=long GOVERNANCE_ALTERATIONS=1000 \
	  $(BIN)/python -m pytest -q -n auto tests/property tests/fuzz tests/faults

bench: venv
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python "$$file" || exit 1; done

docs: venv
	@$(BIN)/python docs/make_reference.py

texts: venv
	@$(BIN)/python scripts/texts.py --write

clean:
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

# Made again only when what stands in these two files is another than what it was made from.
venv:
	@cat pyproject.toml constraints.txt | cmp -s - .venv/made-from || sh scripts/setup
