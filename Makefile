# Two commands need nothing but Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint wheel lock docs screenshots bench clean

demo: $(VENV)/.installed
	rm -f kompetansegraf-demo.html
	$(BIN)/kompetansegraf --store kompetansegraf-demo demo --html kompetansegraf-demo.html

# The tests' many small graphs are written to memory where there is such a folder: syncing them to a disk takes longer.
# Those that share the Neo4j server are one group, so that one of the workers has it alone.
test: lint
	TMPDIR=$$(test -w /dev/shm && echo /dev/shm || echo "$${TMPDIR:-/tmp}") $(BIN)/pytest --numprocesses auto --dist loadgroup

lint: $(VENV)/.developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.developing
	$(BIN)/python -m tests.benchmarks

wheel: $(VENV)/.developing
	$(BIN)/python -m hatchling build -t wheel -d dist

docs: $(VENV)/.developing
	$(BIN)/python -m tests.generated

# The pictures in docs/, which need Chromium.
screenshots: $(VENV)/.developing
	$(BIN)/python -m tests.screenshots

# The lock files: hashes for every package, for every platform, and no address.
lock: $(VENV)/.developing
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links -q -o requirements-dev.lock

clean:
	rm -rf $(VENV) dist kompetansegraf-demo kompetansegraf-demo.html

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Kompetansegraf needs Python 3.11 or newer with venv; none was found (set PYTHON=...)." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	touch $@

$(VENV)/.developing: requirements-dev.lock $(VENV)/.installed
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
