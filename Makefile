# Two commands: `make chat` (serve the sample archive) and `make test` (everything CI runs).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
export PIP_NO_INPUT := 1

.PHONY: help chat index eval test lint types imports unit lock clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

chat: $(VENV)/product  ## index corpus/ and serve the page on http://127.0.0.1:7860
	@$(BIN)/newschat chat

index: $(VENV)/product  ## bring the archive up to date with corpus/
	@$(BIN)/newschat index

eval: $(VENV)/product  ## score the sample questions on the sample archive
	@$(BIN)/newschat eval eval/sets/*.jsonl --corpus corpus --gate eval/gates/sample.toml

test: lint types imports unit  ## ruff, mypy, import-linter and pytest: everything CI runs

lint: $(VENV)/development
	@echo "== ruff"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/development
	@echo "== mypy"
	@$(BIN)/mypy

imports: $(VENV)/development
	@echo "== import-linter"
	@$(BIN)/lint-imports

unit: $(VENV)/development
	@echo "== pytest"
	@$(BIN)/pytest

lock: $(VENV)/development  ## write constraints.txt anew from what is installed
	@{ sed -n '/^#/p' constraints.txt; $(BIN)/python -m pip list --format=freeze --exclude-editable \
		| grep -vE '^(newschat|pip|setuptools|wheel)==' | sed -E 's/\+[a-z0-9.]+$$//' | sort -f; } > constraints.new
	@mv constraints.new constraints.txt

clean:  ## remove .venv and the archive
	rm -rf $(VENV) .newschat

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "newschat needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@echo "[1/3] Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/product: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "[2/3] Installing pinned dependencies (the first time takes some minutes)"
	@$(PIP) install --progress-bar on --constraint constraints.txt --editable .
	@echo "[3/3] Installed"
	@touch $@

$(VENV)/development: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "[2/3] Installing pinned dependencies and test tools (the first time takes some minutes)"
	@$(PIP) install --progress-bar on --constraint constraints.txt --editable '.[dev]'
	@echo "[3/3] Installed"
	@touch $@ $(VENV)/product
