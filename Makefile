# `make serve` and `make test` are enough to begin with; `make` lists the rest.
# Python 3.11 or newer, pip and git are all that is needed: the first command
# sets up .venv, and a changed lock file makes it anew.

.DEFAULT_GOAL := help
.PHONY: help serve build test check format new pythons bench hosting pictures lock

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
RUN := $(BIN)/python

# The first Python that is new enough: `python3` is 3.9 on many machines that
# have a newer one beside it.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)

# Extra arguments for the command behind a target, as in make test ARGS="-k sums".
ARGS ?=

export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := hooks

# Where nothing may be written here, the checks keep nothing for the next time.
ifneq ($(shell test -w . || echo no),)
export RUFF_NO_CACHE := true
export MYPY_CACHE_DIR := /dev/null
export PYTEST_ADDOPTS := -p no:cacheprovider
export HYPOTHESIS_STORAGE_DIRECTORY := $(or $(TMPDIR),/tmp)/hypothesis
endif

define need_python
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
	echo "Python 3.11 or newer is needed and was not found (python3 here: $$(python3 --version 2>&1 || true))."; \
	echo "Install one, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12"; exit 1; }
endef

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

serve: $(VENV)/.site ## the site on this machine, rebuilt at every edit (PORT=8000)
	@$(RUN) tools/serve.py $(if $(PORT),--port $(PORT)) $(ARGS)

build: $(VENV)/.site ## the site as files, into site/
	$(RUN) -m mkdocs build --strict $(ARGS)

test: $(VENV)/.dev ## all tests, with a real browser
	$(RUN) -m pytest --numprocesses=auto --dist=worksteal $(ARGS)

check: $(VENV)/.dev ## format, lint, types, the bank, and the prose
	@failed=0; for command in "-m ruff format --check ." "-m ruff check ." "-m mypy" \
		"tools/check_modules.py" "tools/check_javascript.py" "-m pushpull check" "-m pushpull prose"; do \
		echo "python $$command"; $(RUN) $$command || failed=1; done; exit $$failed

format: $(VENV)/.dev ## format all Python and JavaScript (that one needs npm)
	$(RUN) -m ruff format .
	$(RUN) tools/check_javascript.py --fix

new: $(VENV)/.site ## a small site of your own to begin with (DIR=../ours)
	@$(RUN) -m pushpull new $(or $(DIR),$(error Name a new or empty folder: make new DIR=../ours))

pythons: $(VENV)/.site ## build with each Python from 3.11 on that is here, and compare what they make
	@$(RUN) tools/try_pythons.py $(ARGS)

bench: $(VENV)/.dev ## build time, memory and page weight beside their budgets
	PYTHONPATH=hooks:tools $(RUN) -m bench $(ARGS)

hosting: $(VENV)/.dev ## build the site and try it behind nginx and Caddy, as far as they are there (ARGS="--load 60": requests a second)
	PYTHONPATH=hooks:tools $(RUN) tools/try_hosting.py $(ARGS)

pictures: $(VENV)/.dev ## take the picture of a result, its card and those for links anew
	PYTHONPATH=hooks:tools $(RUN) -m pictures

lock: ## pin the ranges of pyproject.toml (UPGRADE=1: newest allowed)
	$(need_python)
	@"$(PYTHON)" tools/lock.py $(if $(UPGRADE),--upgrade)

$(VENV)/.site: requirements.txt
	$(need_python)
	@"$(PYTHON)" tools/make_venv.py site

$(VENV)/.dev: requirements-dev.txt
	$(need_python)
	@"$(PYTHON)" tools/make_venv.py dev
