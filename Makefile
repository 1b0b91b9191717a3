# SPDX-License-Identifier: EUPL-1.2
# What can be done here: make help. Needs Python 3.11 or newer and make; all else goes into .venv.

.DEFAULT_GOAL := help
.PHONY: help install run test check style types contracts vocab pytest bench licence-matrix screenshot fmt docs lock audit clean

SHELL := /bin/sh
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
WORKERS ?= 2
BUILT := app/web/static/build/manifest.json
LOOK := $(wildcard frontend/*.* app/web/static/css/* app/web/static/js/* app/web/static/icons.svg) \
	$(shell find app/web/templates -name '*.html')
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --unsafe-package pip \
	--no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

# The first interpreter that answers and is new enough; PYTHON=... on the command line overrules it.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3 python; do \
	"$$p" -c '$(NEW_ENOUGH)' >/dev/null 2>&1 && { echo "$$p"; break; }; done)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: .venv/.installed $(BUILT) ## make .venv from the locked, hash-checked packages, build the pages' look

run: install ## prepare the embedded store and serve http://127.0.0.1:8000
	@$(BIN)/datenspiegel up

test: check pytest ## everything CI runs: style, types, import contracts, vocabularies, tests

check: style types contracts vocab ## the same without the tests

style: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

contracts: install
	$(BIN)/lint-imports --no-cache

vocab: install
	$(BIN)/datenspiegel vocab check

pytest: install
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { \
		echo "make test needs PostgreSQL's server programs (initdb, pg_ctl): install the package" \
		"postgresql of your system; no server has to run." >&2; exit 1; }
	@test -n "$$CHROMIUM" || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
		command -v google-chrome >/dev/null || { echo "make test needs Chromium for the browser tests:" \
		"install the package chromium of your system, or name the program: CHROMIUM=/path make test" >&2; exit 1; }
	$(BIN)/pytest -n $(WORKERS)

licence-matrix: install ## renew docs/licence-matrix.csv, show what changed: a lawyer reads the difference
	@$(BIN)/datenspiegel vocab matrix > docs/licence-matrix.csv.new || { rm -f docs/licence-matrix.csv.new; exit 1; }
	@diff -u docs/licence-matrix.csv docs/licence-matrix.csv.new || true
	@mv docs/licence-matrix.csv.new docs/licence-matrix.csv

screenshot: install ## the picture of a comparison for the README, out of the demonstration
	@$(BIN)/python -m tests.browser.screenshot

bench: install ## figures of this machine: reading, whole run, export, each as a ratio
	@$(BIN)/python -m tests.bench

fmt: install ## put the code into the one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: install ## check the docs: links, keys, commands and harvesters they must name
	$(BIN)/pytest tests/test_docs.py

lock: install ## renew requirements*.lock from pyproject.toml
	$(LOCK) --upgrade --all-extras --output-file requirements.lock pyproject.toml
	$(LOCK) --no-annotate --extra postgres --constraint requirements.lock \
		--output-file requirements-run.lock pyproject.toml
	@sed -i '/^# WARNING/,$$d' requirements.lock requirements-run.lock

audit: ## known weaknesses of the pinned packages: asks PyPI and npm, prints with the date
	@test -x build/audit/bin/pip-audit || { $(PYTHON) -m venv build/audit && \
		build/audit/bin/pip install --quiet --disable-pip-version-check pip-audit==2.10.1; }
	@date -u +%Y-%m-%d
	@build/audit/bin/pip-audit --disable-pip --require-hashes --requirement requirements.lock
	@cd frontend && npm audit --audit-level=high

clean: ## remove everything made here except the data
	rm -rf .venv build dist frontend/node_modules app/web/static/build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Without Node.js nothing is built and the pages keep their plain look; build.sh says so.
$(BUILT): $(LOOK) | .venv/.installed
	@frontend/build.sh

.venv/.installed: .venv/.locked pyproject.toml
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.locked: requirements.lock
	@test -n "$(PYTHON)" || { echo "Datenspiegel needs Python 3.11 or newer: none was found;" \
		"install one or name it: make install PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c '$(NEW_ENOUGH)' 2>/dev/null || { echo "Datenspiegel needs Python 3.11 or newer:" \
		"$(PYTHON) is older or not there; name another one: make install PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) lacks the module venv:" \
		"install your system's package python3-venv" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the locked packages into .venv ..."
	@$(PIP) install --quiet --require-hashes --no-deps --requirement requirements.lock
	@$(PIP) --quiet check
	@touch $@
