# `make help` lists what there is. Every target sets up what it needs.
SHELL := /bin/sh
PYTHON ?= python3
UV_VERSION := 0.13.9
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
RUN := $(UV) run --frozen
# The machine's own Python, 3.11 or newer; none is downloaded.
export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help

help:  ## list what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: setup  ## open a page with phones, a circle and a clock, to try everything
	$(RUN) --no-dev alongside demo

test: setup-dev  ## everything: lint, types, contracts, and all tests with real peers
	$(MAKE) --no-print-directory lint
	$(RUN) pytest -m "not slow" -n 2 --cov --cov-report=
	$(RUN) pytest -m slow --cov --cov-append --cov-report=
	$(RUN) python -m tests.coverage_bars

check: setup-dev  ## the everyday part: lint, types, contracts, fast tests
	$(MAKE) --no-print-directory lint
	$(RUN) pytest -m "not slow" -n 2

lint: setup-dev
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) alongside words check

run: setup  ## run for real people (settings: .env.example)
	$(RUN) --no-dev alongside run

bench: setup-dev  ## measure; figures are in docs/benchmarks.md
	$(RUN) python -m tests.bench

transcripts: setup-dev  ## write the golden conversations anew; look at the difference before you keep it
	$(RUN) pytest tests/transcripts --update-transcripts

setup: $(UV)
	@$(UV) sync --frozen --no-dev --quiet

setup-dev: $(UV)
	@$(UV) sync --frozen --quiet

.tools/bin/uv:
	$(PYTHON) -m venv .tools
	.tools/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.PHONY: help demo test check lint run bench transcripts setup setup-dev
