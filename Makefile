# `make run` and `make test` set up whatever they need; `make help` lists the rest.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV_PYTHON := .venv/bin/python
BOOTSTRAP = $(if $(PYTHON),$(PYTHON),$(error Python 3.11 or later is needed and none was found)) -m scripts.bootstrap
COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header $(if $(UPGRADE),--upgrade)
TEMPLATES = find templates -name '*.html' -print0 | xargs -0 -r
TESTS ?=
BENCHMARKS = benchmark benchmark_reports benchmark_recorded benchmark_beside benchmark_reading benchmark_registers benchmark_actions

# A process that may not keep what it compiled compiles every module anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test test-full lint check format production-check audit bench assets learn lock clean

help:  ## List what make can do
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{printf "make %-18s%s\n", $$1, $$2}'

run:  ## Run the portal with the sample council (PORT=8000 DATA_DIR=./var)
	@$(BOOTSTRAP) run
	@exec $(VENV_PYTHON) -m scripts.run

test:  ## Run the tests on the embedded default (TESTS=tests/reviews for a part)
	@$(BOOTSTRAP) test
	@exec $(VENV_PYTHON) -m pytest $(TESTS)

test-full:  ## Run the tests on PostgreSQL and Redis, with the browser journeys
	@$(BOOTSTRAP) test
	@exec $(VENV_PYTHON) -m scripts.test_full $(TESTS)

lint:  ## Check the style of Python code and templates
	@$(BOOTSTRAP) test
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m ruff format --check .
	$(TEMPLATES) .venv/bin/djade --target-version 5.2 --check
	$(VENV_PYTHON) -m djlint --lint --quiet templates

check: lint  ## Check everything that CI checks apart from the tests
	$(VENV_PYTHON) -m mypy
	.venv/bin/lint-imports
	DJANGO_SETTINGS_MODULE=tests.settings $(VENV_PYTHON) manage.py check --fail-level WARNING
	DJANGO_SETTINGS_MODULE=tests.settings $(VENV_PYTHON) manage.py makemigrations --check --dry-run

format:  ## Rewrite Python code and templates in the house format
	@$(BOOTSTRAP) test
	$(VENV_PYTHON) -m ruff check --fix .
	$(VENV_PYTHON) -m ruff format .
	$(TEMPLATES) .venv/bin/djade --target-version 5.2

production-check:  ## Start the production processes on a real PostgreSQL and Redis and try them
	@$(BOOTSTRAP) test
	@exec $(VENV_PYTHON) -m scripts.production_check

audit:  ## Look for known vulnerabilities in the pinned packages
	@$(BOOTSTRAP) test
	@.venv/bin/pip-audit --requirement requirements/base.txt --disable-pip --require-hashes --progress-spinner off

bench:  ## Measure pages, reports and the reading of documents, and pages at 100,000 findings or actions on PostgreSQL
	@$(BOOTSTRAP) test >&2
	@failed=; for part in $(BENCHMARKS); do $(VENV_PYTHON) -m scripts.$$part || failed="$$failed $$part"; done; \
		test -z "$$failed" || { echo "Not as quick or as good as it must be:$$failed" >&2; exit 1; }

assets:  ## Build the front-end assets
	@$(BOOTSTRAP) assets

learn:  ## Learn anew from the labelled sentences that the reading of documents rests on
	@$(BOOTSTRAP) test
	@.venv/bin/uv run --quiet --no-project --with-requirements requirements/learn.txt python -m scripts.learn

lock:  ## Compile the lock files anew (UPGRADE=1 takes newer versions)
	@$(BOOTSTRAP) test
	$(COMPILE) pyproject.toml --output-file requirements/base.txt
	$(COMPILE) pyproject.toml --group dev --constraint requirements/base.txt --output-file requirements/dev.txt
	$(COMPILE) --group learn --output-file requirements/learn.txt
	$(COMPILE) requirements/node.in --output-file requirements/node.txt
	$(COMPILE) requirements/uv.in --constraint requirements/dev.txt --output-file requirements/uv.txt
	npm install --package-lock-only --ignore-scripts

clean:  ## Remove what set-up and tests made; data in ./var stays
	rm -rf .venv node_modules static/build staticfiles .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .coverage htmlcov
