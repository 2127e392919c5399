# Signpost. `make help` lists what there is.
PYTHON ?= python3
APP := .venv/app/bin/python
BOT := .venv/bot/bin/python
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run stop chat train test check fix bench bench-nlu bench-widgets setup setup-dev locks

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

run: ## set everything up, start the assistant, print its address (Ctrl-C stops it)
	@$(PYTHON) -m launch run

stop: ## stop what an earlier start of this folder left running
	@$(PYTHON) -m launch stop

chat: ## talk in the terminal, through the gateway of a running `make run`
	@$(APP) -m gateway.terminal

train: ## check the content, build the knowledge base, train if the data changed
	@$(PYTHON) -m launch train

test: setup-dev ## set everything up and run all tests
	TF_CPP_MIN_LOG_LEVEL=3 $(BOT) -m pytest -o filterwarnings=ignore tests/unit/bot
	$(APP) -m pytest

check: setup-dev ## look at format, lint, types, imports, content and Rasa data; changes nothing
	$(APP) -m ruff format --check .
	$(APP) -m ruff check .
	$(APP) -m mypy
	.venv/app/bin/lint-imports
	$(APP) -m kb check
	set -o pipefail; RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3 $(BOT) -W ignore -m bot data validate \
	  --fail-on-warnings --quiet 2>&1 | grep -vE 'DeprecationWarning|Processed|^  '

fix: setup-dev ## put format and simple lint right
	$(APP) -m ruff check --fix .
	$(APP) -m ruff format .

bench: setup-dev ## measure replies, training and memory; prints a table
	$(APP) -m benchmarks.replies

bench-nlu: setup-dev train ## compare understanding with stock Rasa (an hour or two; ARGS="--only own" for a part)
	TF_CPP_MIN_LOG_LEVEL=3 $(BOT) -W ignore -m benchmarks.nlu $(ARGS)

bench-widgets: setup-dev ## compare the chat window with two others (needs npm); keeps a table
	$(APP) -m benchmarks.widgets

setup:
	@$(PYTHON) -m launch setup

setup-dev:
	@$(PYTHON) -m launch setup-dev

locks: setup ## compile the hashed locks anew from requirements/*.in
	cd requirements && for name in tools app dev; do ../.venv/tools/bin/uv pip compile -q --upgrade --universal \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 $$name.in -o $$name.txt; done
	cd requirements && ../.venv/tools/bin/uv pip compile -q --upgrade --universal --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --python-version 3.10 --override bot.override.in bot.in -o bot.txt
	cd requirements && ../.venv/tools/bin/uv pip compile -q --upgrade --universal --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --python-version 3.10 bot-dev.in -o bot-dev.txt
