# The project's verbs.  Each sets up what it needs; a second run finds everything in place.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/python -m tools.run_uv pip
INSTALL := $(UV) install --quiet --python $(BIN)/python
OLD := tests/chromium109
SCRIPT := docs/assets/js/summaries.js
PYTEST = $(BIN)/pytest --numprocesses auto --dist worksteal --quiet
# true of Node 20.19 and newer
NEW_ENOUGH := const [a, b] = process.versions.node.split("."); process.exit(a * 100 + +b < 2019 ? 1 : 0)
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1
export PATH := $(CURDIR)/$(BIN):$(PATH)
unexport PYTHONDONTWRITEBYTECODE # compiled files halve the start of every command
# A release has its packages beside it, and takes them from nowhere else.
ifneq ($(wildcard wheels),)
export PIP_NO_INDEX := 1
export PIP_FIND_LINKS := wheels
endif

.PHONY: help serve build check test-fast test-units test-texts test-scripts test-style test golden fuzz test-old test-hosts test-servers bench bench-serving bench-fill bench-load bench-review bench-word bench-weight bench-servers review-report release offline-check audit lock clean
.DELETE_ON_ERROR:

help: # list the verbs
	@grep -E '^[a-z-]+:.*# ' Makefile | sed -E 's/:[^#]*# /\t/'

serve: $(VENV)/site.stamp $(SCRIPT) # show the site on http://127.0.0.1:8000, and each edit or mistake at once; PORT=8001
	$(BIN)/python -m tools.serving $(PORT)

build: $(VENV)/site.stamp $(SCRIPT) # check, then write the site to site/; a failed build leaves the old one
	$(BIN)/python -m tools.build_site

check: $(VENV)/site.stamp # check all data and templates
	$(BIN)/summaries check

test-fast: $(VENV)/test.stamp $(SCRIPT) # run the checks that take a minute: all but browser, built sites, command line and random input
	$(MAKE) --jobs=4 --output-sync=target test-units test-scripts test-texts test-style

test-units test-scripts test-texts test-style: $(VENV)/test.stamp $(SCRIPT)

test-units:
	$(PYTEST) -m 'not slow'

# These take what the units, which are the longest, leave.
test-texts:
	nice $(BIN)/summaries check

test-scripts:
	nice node browser/tests/run.js quick

test-style:
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/mypy

test: test-fast # set up everything and run every check, the quick ones first
	npm run --silent types
	npm run --silent lint
	$(BIN)/summaries check --strict
	node browser/tests/run.js long
	$(PYTEST) -m slow

golden: $(VENV)/test.stamp # keep the texts of all examples, once somebody has read them
	$(BIN)/python -m tests.golden

fuzz: $(VENV)/test.stamp $(SCRIPT) # compare both languages on random templates, facts and drafts, others every time; COUNT=20000 SEED=7
	COUNT=$(or $(COUNT),2000) SEED=$(or $(SEED),$(shell date +%s)) $(PYTEST) tests/differential

test-old: $(VENV)/test.stamp $(SCRIPT) # try the pages in Chromium 109, the last one for Windows 7
	npm ci --prefix $(OLD) --loglevel=error --ignore-scripts --no-audit --no-fund
	CHROMIUM=$$(node $(OLD)/path.js) $(BIN)/pytest tests/browser --numprocesses auto --quiet

test-hosts: $(VENV)/test.stamp $(SCRIPT) # make the pages with ProperDocs too, and try the newest Zensical
	$(BIN)/python -m tools.try_hosts

test-servers: $(VENV)/test.stamp $(SCRIPT) # serve the site with nginx and Caddy, which have to be installed, and swap versions under load
	NEED_SERVERS=1 $(BIN)/pytest tests/servers --quiet

bench: $(VENV)/test.stamp $(SCRIPT) # measure build, search and live reload against the stock ones; COUNTS="7 100 1000"
	$(BIN)/python -m tools.bench $(COUNTS)

bench-serving: $(VENV)/site.stamp $(SCRIPT) # measure how soon an edit is seen in the browser; COUNTS="7 19 100"
	$(BIN)/python -m tools.bench_serving $(COUNTS)

bench-fill: $(VENV)/test.stamp build # measure a keystroke, the script's size and the memory of filling in
	$(BIN)/python -m tools.bench_fill

bench-load: $(VENV)/test.stamp build # measure the longest task, and what moves, as each kind of page loads
	$(BIN)/python -m tools.bench_load

bench-review: node_modules/.package-lock.json # measure the check of a long text, and how much of it an edit takes
	node browser/bench/review_check.js

bench-word: $(VENV)/test.stamp $(SCRIPT) # measure writing Word files against other libraries, and a folder; FILES=10000
	$(BIN)/python -m tools.bench_word

bench-weight: build # measure what a browser fetches at the first view of each kind of page, gzipped
	$(BIN)/python -m tools.page_weight

bench-servers: $(VENV)/test.stamp build # measure what nginx and Caddy give of the site and of a plain Material site; needs wrk
	$(BIN)/python -m tools.bench_servers

review-report: node_modules/.package-lock.json # print what the review finds of the faults in its corpus, rule by rule
	node browser/tests/support/review_report.js

release: $(VENV)/site.stamp $(SCRIPT) # write the site, and all that builds it without network, to release/
	$(BIN)/python -m tools.release

offline-check: $(VENV)/site.stamp # install, build and test the release in release/ with no network
	$(BIN)/python -m tools.offline_check

audit: $(VENV)/uv.stamp node_modules/.package-lock.json # look up known vulnerabilities of what is locked; fails if it could not
	$(INSTALL) --require-hashes --target .build/audit -r requirements/audit.txt
	$(BIN)/python -m tools.audit

lock: $(VENV)/uv.stamp # renew the hash-locked requirements
	for name in audit bootstrap node site test; do \
	  $(UV) compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-annotate --no-emit-index-url requirements/$$name.in -o requirements/$$name.txt; \
	done

clean: # remove everything the verbs made
	rm -rf $(VENV) node_modules docs/assets/js docs/assets/css .build site release npm-shrinkwrap.json .mypy_cache .pytest_cache .ruff_cache .hypothesis $(OLD)/node_modules

$(VENV)/uv.stamp: requirements/bootstrap.txt
	$(PYTHON) tools/check_python.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

$(VENV)/site.stamp: $(VENV)/uv.stamp requirements/site.txt pyproject.toml
	$(INSTALL) --require-hashes -r requirements/site.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp requirements/test.txt
	$(INSTALL) --require-hashes -r requirements/test.txt
	$(BIN)/python -m tools.install_browser
	touch $@

# The system's node and npm where they are new enough, else those from PyPI, which PATH finds first.
$(VENV)/node.stamp: $(VENV)/uv.stamp requirements/node.txt
	{ node -e '$(NEW_ENOUGH)' && npm --version; } >$@ 2>&1 \
	  || $(INSTALL) --require-hashes -r requirements/node.txt
	touch $@

node_modules/.package-lock.json: package.json package-lock.json $(VENV)/node.stamp
	$(BIN)/python -m tools.npm_tarballs
	npm ci --loglevel=error --ignore-scripts --no-audit --no-fund
	touch $@

# Styles also follow from the theme, and from the pages: what these do not use is left out.
$(SCRIPT): node_modules/.package-lock.json $(VENV)/site.stamp \
    $(wildcard browser/*/*.js browser/styles/*.css browser/styles/*/*.css macros/*/*.json docs/*.md docs/*/*.md) \
    $(wildcard overrides/*.html templates/pages/*)
	npm run --silent build
