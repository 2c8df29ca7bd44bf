# What people type. `make run` and `make test` need nothing but Python 3.11 (or newer) and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DEMO := data/demo.db
PORT ?= $(or $(REFERENT_PORT),3978)
export PYTHONUTF8 := 1

.PHONY: help install install-dev run chat test lint types imports check bench torture phrases package lock clean

help:
	@echo "make run      start the service with sample data on 127.0.0.1:$(PORT)"
	@echo "make chat     talk to the assistant in the terminal"
	@echo "make test     run the whole test suite"
	@echo "make check    linters, types, import contracts and tests"
	@echo "make bench    measure answers, speed and memory"
	@echo "make torture  kill, stop and starve what delivers, for an hour; see tests/torture/README.md"
	@echo "              (parts of it: make torture ONLY='held postgresql, slots')"
	@echo "make phrases  a page of every sentence in both languages: build/phrases.html"
	@echo "make package  build the Teams package: build/referent.zip"

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "The venv module is missing: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing (once, about a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . 
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

run: install
	@$(BIN)/referent demo --port $(PORT)

chat: install
	@$(BIN)/referent chat --demo

test: install-dev
	@$(BIN)/python -m pytest

lint: install-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: install-dev
	@$(BIN)/mypy

imports: install-dev
	@$(BIN)/lint-imports

check: lint types imports test

bench: install-dev
	@$(BIN)/python -m tests.bench

torture: install-dev
	@nice -n 10 $(BIN)/python -m tests.torture $(if $(ONLY),"$(ONLY)")

phrases: install
	@mkdir -p build && $(BIN)/python -m cards.phrasebook build/phrases.html && echo "build/phrases.html"

package: install
	@mkdir -p build && $(BIN)/referent package --out build/referent.zip

# Newest releases that fit, with hashes; the index is left out, so that any mirror will do.
lock: install-dev
	@$(BIN)/uv pip compile pyproject.toml --quiet --upgrade --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" -o requirements.txt
	@$(BIN)/uv pip compile pyproject.toml --extra dev --quiet --upgrade --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" -o requirements-dev.txt

clean:
	@rm -rf $(VENV) build data .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage *.egg-info
