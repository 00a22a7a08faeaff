# `make demo` and `make test` need Python 3.11 or later and a package registry, nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
JOBS ?= auto
COMPILE := $(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet

.PHONY: demo test lint docs bench floors errors bench-serve lock clean help

help: ## say what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

demo: $(VENV)/.run ## read the demo corpus into a new ledger, print its disputes, write the report
	@$(BIN)/counterclaim demo

test: $(VENV)/.dev ## run the tests
	$(BIN)/pytest -n $(JOBS)

lint: $(VENV)/.dev ## ruff, strict mypy, sizes
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python bench/sizes.py

bench: $(VENV)/.dev ## accuracy and speed, beside the floors
	$(BIN)/python -m bench

floors: $(VENV)/.dev ## as bench, but fails where a figure lies under its floor
	$(BIN)/python -m bench --check

errors: $(VENV)/.dev ## where reading goes wrong: writes bench/errors.md (EXPORTS=FOLDER takes what `python -m bench --keep` left)
	$(BIN)/python -m bench.errors $(if $(EXPORTS),--exports $(EXPORTS))

bench-serve: $(VENV)/.dev ## how quick the workbench is on a large ledger (ARTICLES=100000 SECONDS=60; makes it once, in build/)
	$(BIN)/python -m bench.serve $(if $(ARTICLES),--articles $(ARTICLES)) $(if $(SECONDS),--seconds $(SECONDS))

lock: | $(BIN)/python ## pin every dependency again, with hashes and without addresses
	$(BIN)/python -m pip install --quiet uv
	$(COMPILE) --output-file requirements/run.txt
	$(COMPILE) --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
	$(COMPILE) --group training --constraint requirements/run.txt --output-file requirements/training.txt

clean: ## remove the virtual environment and what the tools left
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Counterclaim needs Python 3.11 or later, and this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
