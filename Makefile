# The habits of the project. `make run` and `make test` need nothing but Python 3.11+ and make.

VENV := .venv
ifeq ($(OS),Windows_NT)
SYSTEM_PYTHON ?= py -3
PYTHON := $(VENV)/Scripts/python.exe
else
SYSTEM_PYTHON ?= python3
PYTHON := $(VENV)/bin/python
endif
READY := $(VENV)/ready

.PHONY: run test build check bench pictures format

run: build  ## the dashboard with the data loaded, on http://localhost:8501
	$(PYTHON) -m netralitas

test: $(READY)  ## lint, format, arrows between rooms and every test, those in a browser last and one after the other
	$(PYTHON) -m tests.browser
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as arrows; arrows()" --no-logo
	$(PYTHON) -m pytest -q --numprocesses auto --maxprocesses 4 --dist loadfile --ignore tests/e2e
	$(PYTHON) -m pytest -q tests/e2e

build: $(READY)  ## a new snapshot, where data or code has changed
	$(PYTHON) -m etl build

check: $(READY)  ## what is wrong or not mapped in data/, without publishing
	$(PYTHON) -m etl check

bench: build  ## the project's measurements, as a table with ratios
	$(PYTHON) -m bench

pictures: build  ## the screenshots of the README
	$(PYTHON) -m bench.pictures

format: $(READY)
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

$(READY): requirements.txt
	$(SYSTEM_PYTHON) -c "import sys; sys.exit(None if sys.version_info >= (3, 11) else 'Python 3.11 or newer is needed, this is ' + sys.version.split()[0])"
	$(SYSTEM_PYTHON) -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(PYTHON) -c "import pathlib; pathlib.Path('$(READY)').touch()"
