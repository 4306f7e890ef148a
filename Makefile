# `make run` and `make test` do all set-up on a machine that has only Python 3.11 or newer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Tests start the program hundreds of times: what was compiled once is read again, even where the
# machine asks Python to write no bytecode.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run check test suite fast-tests thorough lint types coverage sdist-test quality snapshots pictures docs site seeds guide lock \
  bench conformance terminals browser assault audit lowest pythons clean

help:  ## show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: $(VENV)/runtime  ## open the explorer on the built-in collection
	@$(BIN)/masarat $(ARGS)

check: lint types fast-tests  ## in under a minute: style, layers, types and the fast tests

# What starts no program and no explorer, without the tests that make up data.
FAST := tests/docs tests/installation tests/store tests/tui/bidi tests/tui/messages
SLOW := tests/store/test_quality.py tests/store/test_work.py tests/store/upkeep tests/installation/test_checkout.py

FAST_TESTS := -m "not installed and not hypothesis" $(FAST) $(SLOW:%=--ignore=%)

fast-tests: $(VENV)/development
	$(BIN)/pytest -n auto $(FAST_TESTS)

test: $(VENV)/development  ## lint, types, records and the whole test suite
	@$(MAKE) --no-print-directory --jobs=2 lint types suite

suite: $(VENV)/development
	@# A new checkout is compiled once here, beside the types, and not by every worker.
	@test -d tests/__pycache__ || $(BIN)/pytest --collect-only $(ARGS) > /dev/null
	$(BIN)/pytest -n auto --dist loadgroup $(ARGS)

thorough: $(VENV)/development  ## the test suite with every one of many of a kind
	$(BIN)/pytest -n auto --dist loadgroup --thorough $(ARGS)

lint: $(VENV)/development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/masarat --store :memory: check seeds

types: $(VENV)/development
	$(BIN)/mypy

coverage: $(VENV)/development  ## show which lines and branches no test runs
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto --dist loadgroup -m "not installed" $(ARGS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

sdist-test: $(VENV)/development  ## unpack the sdist and run its own tests, all but those that install it
	rm -rf build/sdist && mkdir -p build/sdist
	$(BIN)/python -m build --sdist --no-isolation --outdir build/sdist .
	tar -xzf build/sdist/*.tar.gz --strip-components=1 -C build/sdist
	cd build/sdist && $(CURDIR)/$(BIN)/python -m pytest -n auto --dist loadgroup -m "not installed" $(ARGS)

docs: $(VENV)/development  ## write anew what docs/ has from the program: keys, vocabulary, rooms
	$(BIN)/python -m docs.generated

bench: $(VENV)/development  ## measure beside peers, in half an hour: benchmarks/RESULTS.md, docs/growth
	$(BIN)/python -m benchmarks $(ARGS)
	$(if $(ARGS),,$(BIN)/python -m benchmarks.growth --to 1000000)

quality: $(VENV)/development  ## print the tables of docs/quality.md, in minutes; baselines that are not installed are left out
	-$(PIP) install -e .[benchmarks]
	$(BIN)/python -m benchmarks.quality.collection --kinds
	$(BIN)/python -m benchmarks.quality.forms --half held
	$(BIN)/python -m benchmarks.quality.text --halves --classes
	$(BIN)/python -m benchmarks.quality.text --once --classes
	$(BIN)/python -m benchmarks.quality.strangers
	$(BIN)/python -m benchmarks.quality.names --classes
	$(BIN)/python -m benchmarks.quality.lookup_geonames
	$(BIN)/python -m benchmarks.quality.geonames_misses
	$(BIN)/python -m benchmarks.quality.slips
	-$(BIN)/python -m benchmarks.quality.pairs

snapshots: $(VENV)/development  ## accept the screens as they are drawn now
	RENEW_SCREENS=1 $(BIN)/pytest --thorough tests/tui/explorer/test_screens.py

pictures: $(VENV)/development  ## draw the pictures in docs/ anew
	$(BIN)/python -m docs.pictures

# The generator is in an environment of its own: nothing else needs it, and no test.
site: $(VENV)/development build/generator/made  ## make a site of the pages, in both languages: build/site/site/index.html
	$(BIN)/python -m docs.site build/generator/bin/zensical build/site

build/generator/made: $(VENV)/bin/python docs/requirements.lock
	$(BIN)/python -m venv build/generator
	build/generator/bin/python -m pip install --quiet --require-hashes -r docs/requirements.lock
	@touch $@

seeds: $(VENV)/development  ## write the shipped records anew, with their links and footnotes
	$(BIN)/masarat --store :memory: export --to seeds --overwrite

guide: $(VENV)/development  ## write the reader's guide, docs/collection.md and the Arabic one, anew
	$(BIN)/masarat --store :memory: guide | $(BIN)/python -m docs.collection_page

lock: $(VENV)/development $(VENV)/uv  ## renew the pinned versions
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links -q --extra source pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links -q --extra dev --extra source -c requirements.lock \
	  pyproject.toml -o tests/requirements.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links -q \
	  --group pyproject.toml:audit -o tests/requirements-audit.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links -q \
	  --group pyproject.toml:site -o docs/requirements.lock

assault: $(VENV)/development  ## throw at masarat what it must survive: an hour, SHORT=1 ten minutes, ONLY=class, SEED=number, SESSION=seconds
	$(BIN)/python -m tests.assault $(if $(SHORT),--short) $(if $(ONLY),--only $(ONLY)) $(if $(SEED),--seed $(SEED)) $(if $(SESSION),--session $(SESSION))

audit: $(VENV)/audit  ## known vulnerabilities, licences and a list of all parts (CycloneDX); 3 where it could not ask
	build/auditing/bin/python -m tests.audit

# Both run the fast tests; others are named with ARGS=tests/tui, all of them with ARGS=tests.
lowest: $(VENV)/development $(VENV)/uv  ## test the lowest versions that pyproject.toml allows
	$(BIN)/python -m tests.environments lowest $(if $(ARGS),--some "$(ARGS)") -- $(or $(ARGS),$(FAST_TESTS))

pythons: $(VENV)/development $(VENV)/uv  ## test under each Python that pyproject.toml names
	$(BIN)/python -m tests.environments pythons $(if $(ARGS),--some "$(ARGS)") -- $(or $(ARGS),$(FAST_TESTS))

clean:  ## remove what the targets above made
	rm -rf $(VENV) dist build .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "masarat needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime: $(VENV)/bin/python requirements.lock pyproject.toml hatch_build.py installation/checkout.py
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/development: $(VENV)/runtime tests/requirements.lock
	$(PIP) install --require-hashes -r tests/requirements.lock
	@touch $@

# The tools of the audit in an environment of their own, so that they are no part of what is tested.
$(VENV)/audit: $(VENV)/bin/python tests/requirements-audit.lock
	$(BIN)/python -m venv build/auditing
	build/auditing/bin/python -m pip install --quiet --require-hashes -r tests/requirements-audit.lock
	@touch $@

$(VENV)/uv: $(VENV)/bin/python
	$(PIP) install uv
	@touch $@

UNICODE_DATA ?= /usr/share/unicode

conformance: $(VENV)/development  ## run all of Unicode's own tests of bidirectional order
	@test -f $(UNICODE_DATA)/BidiTest.txt || apt-get install --yes unicode-data \
	  || { echo "install Debian's unicode-data, or name a folder with BidiTest.txt and BidiCharacterTest.txt:" \
	       "make conformance UNICODE_DATA=/path" >&2; exit 1; }
	PYTHONPATH=. $(BIN)/python tests/tui/bidi/conformance.py $(UNICODE_DATA)

# xterm draws cells as they come, sakura is a VTE terminal, ImageMagick takes the pictures.
TERMINAL_PACKAGES := xvfb xterm sakura fonts-dejavu-core imagemagick

terminals: $(VENV)/development  ## compare pictures of Arabic in real terminals (PICTURES=folder keeps them)
	@command -v Xvfb xterm sakura import >/dev/null && fc-list | grep -q DejaVuSansMono \
	  || apt-get install --yes --no-install-recommends $(TERMINAL_PACKAGES) \
	  || { echo "install Debian's $(TERMINAL_PACKAGES)" >&2; exit 1; }
	MASARAT_PICTURES=$(PICTURES) $(BIN)/pytest -rP -v tests/terminals/pictures.py

browser: $(VENV)/development  ## look at reports in HTML in a headless Chromium (PICTURES=folder keeps pictures)
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null \
	  || apt-get install --yes --no-install-recommends chromium fonts-noto-core \
	  || { echo "install Chromium and fonts with Arabic letters" >&2; exit 1; }
	MASARAT_PICTURES=$(PICTURES) $(BIN)/pytest -v tests/browser
