# Two commands on a fresh machine: `make course` builds every course, `make test` runs every test.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin

.PHONY: course test test-all lint bench compare clients clean

course: $(VENV)/installed
	$(RUN)/course build -j 2

test: $(VENV)/installed-dev clients lint
	$(RUN)/pytest -n 2 -m "not slow"

test-all: $(VENV)/installed-dev clients lint
	$(RUN)/pytest -n 2

lint: $(VENV)/installed-dev
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/lint-imports

bench: $(VENV)/installed-dev
	$(RUN)/python -m benchmarks

# Writes docs/comparison.md: our deck beside those of others, which npm brings. Needs what `make clients` installs.
compare: $(VENV)/installed-dev clients
	npm install --prefix benchmarks/peers --no-package-lock --no-audit --no-fund --loglevel=error
	$(RUN)/python -m benchmarks.compare

# The real clients that judge our outputs; on Debian as root they are installed, elsewhere the tests say what they skip.
clients:
	tests/clients/install

clean:
	rm -rf $(VENV) dist tests/clients/node_modules benchmarks/peers/node_modules

$(VENV)/installed: pyproject.toml requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --constraint requirements.txt --config-settings editable_mode=compat --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.txt
	$(RUN)/python -m pip install --quiet --requirement requirements-dev.txt
	touch $@
