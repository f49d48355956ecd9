# Everything that a user or a developer types.  `make help` lists it.
# The work is done by CMake (CMakePresets.json) and the scripts in tools/.

PREFIX ?= /usr/local
JOBS ?= $(shell nproc)
# CMake reads these from the environment.
export CMAKE_CXX_COMPILER_LAUNCHER ?= $(shell command -v ccache)
export CMAKE_BUILD_PARALLEL_LEVEL = $(JOBS)
# ccache: no absolute paths in its keys, so that another clone hits as well.
export CCACHE_BASEDIR ?= $(CURDIR)
export CCACHE_NOHASHDIR ?= 1

.DEFAULT_GOAL := help
.PHONY: help build demo test test-long install clean packages model signature format tidy

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

packages: ## install the Debian packages that are missing (tools/packages.txt)
	@tools/install_packages.sh

build: packages ## the program, as ./entente
	@tools/build.sh release entente knowledge_image
	@install -m 755 build/release/src/cli/entente entente
	@install -D -m 644 build/release/knowledge.image .cache/knowledge.image

model: build ## fetch and convert the language model, unless it is in place
	@./entente model fetch

demo: model ## code the sample reports and show the events
	@tools/demo.sh

test: model ## all checks but those that take hours
	@tools/test.sh

test-long: model ## test, and the slow ones: long fuzzing, big inputs
	@tools/test.sh --long

signature: model ## accept today's records of the sample reports as right
	@python3 tests/program/signature_test.py --update ./entente

format: packages ## rewrite the sources in the house format
	@git ls-files '*.cc' '*.h' | xargs clang-format-19 -i

install: model ## install program and data below PREFIX
	@cmake --install build/release --prefix "$(PREFIX)"

clean: ## remove what was built; the language model stays
	@rm -rf build entente
