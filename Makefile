# Two commands do everything on a fresh machine: `make tour` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: tour test lint types docs site tables bench mutation fuzz clean

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) --editable .
	touch .venv/installed

# followthemoney needs ICU to be built: where that is missing, its tests are left out and say so.
.venv/stamp: .venv/installed
	$(PIP) --editable '.[dev]'
	$(PIP) 'followthemoney>=4.0' >/dev/null 2>&1 || echo "followthemoney cannot be installed here"
	touch .venv/stamp

tour: .venv/installed
	$(BIN)/python examples/tour.py

test: .venv/stamp lint types
	$(BIN)/python tools/run_tests.py
	$(BIN)/python tools/mutate_changed.py

lint: .venv/stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/stamp
	$(BIN)/mypy

docs: .venv/stamp
	$(BIN)/python tools/build_reference.py

site: .venv/stamp docs
	$(BIN)/python -m sphinx -W --keep-going -n -q -b html docs docs/_build

tables: .venv/stamp
	$(BIN)/python tools/build_tables.py

# `make bench SIZES="1000 10000 100000 1000000" BENCH=--write` also writes docs/performance.md.
SIZES ?= 1000 10000
bench: .venv/stamp
	$(BIN)/python benchmarks/scale.py --sizes $(SIZES) $(BENCH)

mutation: .venv/stamp
	$(PIP) '.[mutation]'
	mkdir -p mutants/src mutants/tests
	PYTHONPATH=$(CURDIR)/mutants/src:$(CURDIR)/mutants/tests $(BIN)/mutmut run $(ONLY)

# `make fuzz MINUTES=10 TARGETS="toml_coding article_reader"`; without TARGETS all, one after the other.
MINUTES ?= 10
fuzz: .venv/stamp
	$(PIP) '.[fuzz]'
	$(BIN)/python tools/run_fuzz.py --minutes $(MINUTES) $(TARGETS)

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .fuzz build dist mutants docs/_build
