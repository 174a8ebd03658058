# Two commands do everything on a fresh machine: `make tour` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: tour test lint types docs tables bench mutation clean

.venv/stamp: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch .venv/stamp

tour: .venv/stamp
	$(BIN)/python examples/tour.py

test: .venv/stamp lint types
	$(BIN)/python tools/run_tests.py

lint: .venv/stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/stamp
	$(BIN)/mypy

docs: .venv/stamp
	$(BIN)/python tools/build_reference.py

tables: .venv/stamp
	$(BIN)/python tools/build_tables.py

bench: .venv/stamp
	$(BIN)/python benchmarks/start_up.py
	$(BIN)/python benchmarks/scale.py

mutation: .venv/stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[mutation]'
	$(BIN)/mutmut run

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist mutants
