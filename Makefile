# make run      builds, starts on 127.0.0.1:8080 with the sample, prints the address and a key
# make test     builds and runs every test
# make build    build/certreg and build/certreg-reader
# make bench    measurements (tests/bench)
# make accuracy how well the documents of CORPUS are read, held against its truth.jsonl
# make accuracy-names how well names of companies are told apart and found, held against CORPUS/names
# make lint     clang-format and clang-tidy;  make format: applies the first
# make sanitize the tests under AddressSanitizer and UndefinedBehaviorSanitizer
# make tsan     the layers with threads under ThreadSanitizer;  THREADED="catalogue http": these alone
# make fuzz     the fuzzers (clang), FUZZ_SECONDS each, in build/fuzz;  FUZZERS="html dates": these alone
# build, run and test install the Debian packages they need first.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
BUILD ?= build
LISTEN ?= 127.0.0.1:8080
DATA ?=
JOBS ?= $(shell nproc)
CORPUS ?= ../shared/corpus
TEST_JOBS ?= $(shell n=$$(nproc); echo $$((n < 4 ? n + 1 : 4)))
CXX_FILES = $(shell git ls-files --cached --others --exclude-standard '*.cpp' '*.h')

QUIET = '^( *Start +[0-9]+:| *[0-9]+/[0-9]+ Test .* Passed +[0-9.]+ sec$$|Internal ctest|$$)'

.PHONY: run test build bench accuracy accuracy-names lint format sanitize tsan fuzz tidy clean assets all-targets
.NOTPARALLEL:

run: build
	@.ci/install run
	@importers/run_sample.sh $(BUILD)/certreg $(LISTEN) $(DATA)

build: configure
	@ninja -C $(BUILD) --quiet certreg certreg-reader

test: all-targets
	@.ci/install test
	@ctest --test-dir $(BUILD) --parallel $(TEST_JOBS) --output-on-failure --no-tests=error \
	  | { grep -vE $(QUIET) || true; }

all-targets: configure
	@ninja -C $(BUILD) --quiet

.PHONY: configure
configure: assets
	@cmake -S . -B $(BUILD) -G Ninja -Wno-dev --log-level=WARNING $(CMAKE_FLAGS) >/dev/null

# What comes from npm: the API reference's script, and the tools of the contract tests.
NPM_FOLDERS = $(patsubst %/package-lock.json,%,$(wildcard src/*/*/package-lock.json tests/*/package-lock.json))
assets: packages $(NPM_FOLDERS:%=%/node_modules/.package-lock.json)

.PHONY: packages
packages:
	@.ci/install build

%/node_modules/.package-lock.json: %/package-lock.json
	@npm ci --prefix $* --no-audit --no-fund --loglevel=error >/dev/null

bench: configure
	@.ci/install bench run
	@ninja -C $(BUILD) --quiet
	@for bench in tests/bench/*/run; do [ ! -x "$$bench" ] || "$$bench" $(BUILD); done

accuracy: configure
	@.ci/install run
	@ninja -C $(BUILD) --quiet accuracy
	@if [ -e "$(CORPUS)/truth.jsonl" ]; then $(BUILD)/accuracy "$(CORPUS)"; \
	  else echo "accuracy: no truth.jsonl in $(CORPUS): nothing to measure (make accuracy CORPUS=FOLDER)"; fi

accuracy-names: configure
	@ninja -C $(BUILD) --quiet accuracy_names
	@if [ -d "$(CORPUS)/names" ]; then $(BUILD)/accuracy_names "$(CORPUS)/names"; \
	  else echo "accuracy-names: no folder names in $(CORPUS): nothing to measure (make accuracy-names CORPUS=FOLDER)"; fi

lint: packages
	@.ci/install lint
	@clang-format-14 --dry-run -Werror $(CXX_FILES) && echo "clang-format: $(words $(CXX_FILES)) files"
	@$(MAKE) --no-print-directory tidy

tidy: configure
	@.ci/tidy $(BUILD)

format:
	@.ci/install lint
	@clang-format-14 -i $(CXX_FILES)

# The layers that take in what others wrote; the rest of the tests need the real sandbox, or a database, and time.
SANITIZED ?= domain codec reading documents fetch mail crypto http
sanitize:
	@$(MAKE) --no-print-directory sanitized-tests BUILD=build/asan CMAKE_FLAGS=-DCERTREG_SANITIZE=ON

.PHONY: sanitized-tests
sanitized-tests: configure
	@ninja -C $(BUILD) --quiet certreg-reader $(SANITIZED:%=test_%)
	@ctest --test-dir $(BUILD) --parallel $(TEST_JOBS) --output-on-failure --no-tests=error \
	  -R '^($(shell echo $(SANITIZED) | tr ' ' '|'))\.' | { grep -vE $(QUIET) || true; }

# The layers in which threads meet; most of them need a database, and time.
THREADED ?= catalogue http api service store jobs fetch mail web
tsan: packages
	@.ci/install test
	@TSAN_OPTIONS="suppressions=$(CURDIR)/tests/tsan/suppressions history_size=4 second_deadlock_stack=1" \
	  $(MAKE) --no-print-directory sanitized-tests BUILD=build/tsan CMAKE_FLAGS=-DCERTREG_TSAN=ON SANITIZED="$(THREADED)"

FUZZ_SECONDS ?= 60
FUZZERS ?=
fuzz: assets
	@.ci/install fuzz
	@CC=clang-14 CXX=clang++-14 cmake -S . -B build/fuzz -G Ninja -Wno-dev --log-level=WARNING -DCERTREG_FUZZ=ON >/dev/null
	@ninja -C build/fuzz --quiet fuzzers
	@tests/fuzz/run build/fuzz $(FUZZ_SECONDS) $(FUZZERS)

clean:
	@rm -rf $(BUILD)
