# make demo, make test: each makes its own virtual environment and needs nothing but Debian with Python 3.11, git and make.

VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PACKAGES := dovecot-imapd dovecot-lmtpd postfix faketime

.PHONY: demo test test-quick test-long words train preread bench faults lint servers clean
.DEFAULT_GOAL := test

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "qibot needs Python 3.11 or newer as $(PYTHON); name yours: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[demo,dev]' || { \
	  echo "The Python packages can't be installed: is the package index reachable?"; exit 1; }
	@touch $@

# Debian's real mail servers, for the tests; installed where they are missing, never started as services.
servers:
	@command -v /usr/sbin/dovecot >/dev/null && command -v /usr/sbin/postfix >/dev/null \
	  && command -v faketime >/dev/null && test -x /usr/lib/dovecot/lmtp || { \
	  if [ "$$(id -u)" = 0 ]; then sudo=; elif command -v sudo >/dev/null; then sudo=sudo; else \
	    echo "The tests need $(PACKAGES): run this as root, or install them and try again."; exit 1; fi; \
	  echo "Installing $(PACKAGES) …"; \
	  $$sudo apt-get update -qq \
	  && $$sudo env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
	     apt-get install -y -qq --no-install-recommends $(PACKAGES) >/dev/null \
	  || { echo "Debian's packages $(PACKAGES) can't be installed."; exit 1; }; }

demo: $(STAMP)
	@$(BIN)/qibot demo

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Compiled beforehand, since tests start some hundred bots. Four at a time on two cores: much of their time they wait
# for servers.
test: $(STAMP) servers lint
	@$(BIN)/python -m compileall -q -j 2 qibot tests/support
	$(BIN)/python -m pytest -n 4 -m "not long"

# What is pure, in well under a minute: no servers, no property test of many seconds.
test-quick: $(STAMP)
	QIBOT_EXAMPLES=quick $(BIN)/python -m pytest -n 2 -m "not long and not servers and not slow"

test-long: $(STAMP) servers
	QIBOT_LONG=1 $(BIN)/python -m pytest -n 2

# How people's words are understood: a confusion table, and the weights learnt anew (needs scikit-learn).
$(VENV)/.train: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[demo,dev,train]'
	@touch $@

words: $(VENV)/.train
	$(BIN)/python -m tests.words.report

train: $(VENV)/.train
	$(BIN)/python -m tests.words.train

# How well the pre-read of reports sees what a mentor should be told: precision and recall by rule.
preread: $(STAMP)
	$(BIN)/python -m tests.preread.report

bench: $(STAMP) servers
	$(BIN)/python -m tests.bench

# What breaks a bot, tried at length (docs/faults.md); `make faults PARTS="month --seed 7"` tries one part, or one again.
faults: $(STAMP) servers
	$(BIN)/python -m tests.faults $(PARTS)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
