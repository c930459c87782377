# Every command of the project. `make` lists them.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export GREENICT_HOME ?= $(CURDIR)/var

.DEFAULT_GOAL := help
.PHONY: help run test check format bench messages docs clean

help:  ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

# python3 serves where python3.11 is not a name of its own.
$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null 2>&1 && $(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "GreenICT needs Python 3.11 or newer"; rm -rf $(VENV); exit 1; }

$(VENV)/.portal: requirements/library.txt requirements/portal.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/portal.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.portal
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/dev.txt
	@touch $@

PORT ?= 8000
run: $(VENV)/.portal  ## Serve the portal at http://127.0.0.1:8000 (PORT=... for another)
	@$(BIN)/greenict serve --port $(PORT)

test: $(VENV)/.dev  ## Run the tests; needs no server and no browser
	@$(BIN)/python -m greenict_portal messages compile
	@$(BIN)/python -m pytest -n 2

check: $(VENV)/.dev  ## Format, lint, types, architecture, migrations, messages
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m greenict_portal manage makemigrations --check --dry-run
	@$(BIN)/python -m greenict_portal messages check

format: $(VENV)/.dev  ## Format the code and mend what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/.dev  ## Benchmarks: ratios against DuckDB and against peers
	@$(BIN)/python benchmarks/run.py

messages: $(VENV)/.dev  ## Collect the texts to translate and compile the translations
	@$(BIN)/python -m greenict_portal messages update
	@$(BIN)/python -m greenict_portal messages compile

docs: $(VENV)/.dev  ## Write the reference pages that come from the code
	@$(BIN)/python -m greenict.methods docs/reference/methods
	@$(BIN)/python -m greenict.tables docs/reference/tables.md

clean:  ## Remove the environment and what runs have left
	rm -rf $(VENV) .venv-* var build dist .pytest_cache .mypy_cache .ruff_cache benchmarks/results
