# make demo   read the sample articles, print the cases and one docket
# make test   run the whole suite
# make lint   ruff (check and format) and mypy
# make accuracy         how right the reading is, and what was gained or lost since baseline.json
# make accuracy-update  hold the figures of now as that baseline
# make docs   write the pages of docs/ that are made from the code
# make bench  measure speed, each figure beside something named (takes long; BENCH_ARGS='--only floor')
# make scaling   what one core reads and the one writer writes, and docs/scaling.md worked out from that
# make bench-update     the same, and keep the table in docs/speed.md
# make soak   break things on purpose, in full, and print what was lost (SOAK_ARGS='--share 0.1')
# make fuzz   hostile input found by coverage, where atheris can be had (FUZZ_ARGS='-max_total_time=600')
# make lock   choose the versions that development uses anew (requirements.lock)
# make audit  ask whether a weakness is known of any of them, where the advisories can be reached
# make clean  remove all that make made
#
# Each makes what it needs in .venv and installs again only when pyproject.toml changes.
# Needs Python 3.11 or newer with venv; name another one with `make test PYTHON=/path/to/python3`.

VENV    := .venv
PY      := $(VENV)/bin/python
PIP     := $(PY) -m pip --disable-pip-version-check --quiet
CREATED := $(VENV)/.stamp-created
RUNTIME := $(VENV)/.stamp-runtime
DEV     := $(VENV)/.stamp-dev
DEMO_DB := .demo/casetrack.db

# The first that is new enough and can make a virtual environment; looked for only when one is made.
FIND_PYTHON = for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	"$$p" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$p" && break; done
PYTHON ?= $(shell $(FIND_PYTHON))

.PHONY: help demo test lint accuracy accuracy-update docs bench bench-update scaling soak fuzz lock audit clean
.NOTPARALLEL:
.DELETE_ON_ERROR:

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

demo: $(RUNTIME)
	@rm -rf $(dir $(DEMO_DB)) && mkdir -p $(dir $(DEMO_DB))
	$(VENV)/bin/casetrack --db $(DEMO_DB) ingest --progress data/articles
	$(VENV)/bin/casetrack --db $(DEMO_DB) cases
	$(VENV)/bin/casetrack --db $(DEMO_DB) docket Guzman

test: $(DEV)
	$(PY) -m pytest -n auto --maxprocesses 8 --dist worksteal $(PYTEST_ARGS)

lint: $(DEV)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

accuracy: $(DEV)
	$(PY) -m tests.accuracy $(ACCURACY_ARGS)

accuracy-update: $(DEV)
	$(PY) -m tests.accuracy --update

docs: $(DEV)
	$(PY) -m casetrack.cli.pages docs
	$(PY) -m tests.supply licences > docs/licences.md.new && mv docs/licences.md.new docs/licences.md

bench: $(DEV)
	$(PY) -m tests.benchmarks $(BENCH_ARGS)

scaling: $(DEV)
	$(PY) -m tests.benchmarks.scaling --write $(SCALING_ARGS)

bench-update: $(DEV)
	$(PY) -m tests.benchmarks --markdown docs/speed.md $(BENCH_ARGS)

soak: $(DEV)
	$(PY) -m tests.soak $(SOAK_ARGS)

fuzz: $(DEV)
	@$(PIP) install --group fuzz
	$(PY) -m tests.soak.fuzz $(FUZZ_ARGS)

lock: $(DEV)
	@$(PIP) install --group lock
	$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
		--upgrade --group dev pyproject.toml -o requirements.lock

audit: $(DEV)
	@$(PIP) install --group audit
	$(PY) -m tests.supply audit

clean:
	rm -rf $(VENV) .demo .bench dist build .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find casetrack tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(CREATED):
	@test -n "$(PYTHON)" || { echo "casetrack needs Python 3.11 or newer with venv" \
		"(Debian: apt install python3 python3-venv)" >&2; exit 1; }
	@echo "Making $(VENV) with $(PYTHON)"
	@"$(PYTHON)" -m venv $(VENV)
	@# 25.1 is the first pip that knows --group; Debian's is older.
	@$(PIP) install --upgrade 'pip>=25.1'
	@touch $@

$(RUNTIME): pyproject.toml | $(CREATED)
	@echo "Installing casetrack into $(VENV)"
	@$(PIP) install --editable .
	@touch $@

# The versions of requirements.lock, by their hashes; where one cannot be had, what pyproject.toml allows.
$(DEV): pyproject.toml requirements.lock | $(CREATED)
	@echo "Installing casetrack and the tools of its tests into $(VENV)"
	@$(PIP) install --require-hashes --requirement requirements.lock \
		|| echo "The locked versions cannot be had here; taking others that pyproject.toml allows" >&2
	@$(PIP) install --group dev --editable .
	@touch $@ $(RUNTIME)
