# `make run` and `make test` need Node, make and git, nothing else. `make help` lists the rest.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
# The pinned Node of node_modules comes first, so that an older one on the machine does not matter.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
export REDOCLY_TELEMETRY := off
export NODE_NO_WARNINGS := 1

.DEFAULT_GOAL := help
.PHONY: help run mock test contract conform coverage coverage-page fuzz guest mutants lint format generate generate-check bench bench-data nbd-clients objects-real clients keystone torture install clean

help: ## List the targets
	@if [ -t 1 ] && [ -z "$${NO_COLOR:-}" ]; then bold=$$'\033[1m' plain=$$'\033[0m'; fi; \
	awk -F':.*## ' -v bold="$${bold:-}" -v plain="$${plain:-}" \
		'/^[a-z-]+:.*## / { printf "  %s%-16s%s %s\n", bold, $$1, plain, $$2 }' $(MAKEFILE_LIST)

# `npm ci` starts from nothing; it runs when the lockfile is newer than what it installed last.
node_modules/.runtime: package-lock.json
	@[ -e node_modules/.development ] && [ ! package-lock.json -nt node_modules/.development ] \
		|| npm ci --omit=dev --no-audit --no-fund --loglevel=error
	@touch $@

node_modules/.development: package-lock.json
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@ node_modules/.runtime

# The server and all that it imports in two files, as it is started from; see scripts/pack.ts.
PACKED := node_modules/.packed/inputs.json
$(PACKED): node_modules/.runtime scripts/pack.ts scripts/pack/pack.ts $(shell find src generated -type d -o -name '*.ts' -not -name '*.test.ts')
	@node scripts/pack.ts

install: node_modules/.development ## Install everything that development needs

run: $(PACKED) ## Start the server with its embedded defaults, in the foreground
	@exec node bin/cinderblock.js serve $(ARGS)

mock: node_modules/.development ## Start the stateless mock of the contract
	@exec node bin/cinderblock.js mock $(ARGS)

test: node_modules/.development $(PACKED) ## Run the tests
	@vitest run $(ARGS)

contract: node_modules/.development $(PACKED) ## Start the server and hold it against the documents, as any other implementation is
	@node contract-tests/conform/contract.ts $(ARGS)

conform: node_modules/.development ## Hold an implementation against the documents: make conform ARGS='URL --token ...'
	@exec node bin/cinderblock.js conform $(ARGS)

coverage: node_modules/.development ## Count operations, payloads and rules against the documents
	@node scripts/coverage.ts $(ARGS)

coverage-page: node_modules/.development ## Rewrite docs/COVERAGE.md
	@node scripts/coverage.ts --page

.cache/fuzz/.installed: contract-tests/schemathesis/requirements.txt
	@python3 -m venv --clear .cache/fuzz
	@.cache/fuzz/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

fuzz: node_modules/.development $(PACKED) .cache/fuzz/.installed ## Make up requests from the contract (schemathesis; needs Python 3.10)
	@node contract-tests/schemathesis/run.ts $(ARGS)

mutants: node_modules/.development ## Plant faults into the server and count those that `conform` finds
	@node contract-tests/mutants/run.ts $(ARGS)

nbd-clients: node_modules/.development $(PACKED) ## Let real NBD clients use the server (nbdcopy, qemu-img, fio, ... from Debian)
	@node contract-tests/nbd-clients/run.ts $(ARGS)

objects-real: node_modules/.development ## Keep backups in a real Swift (needs Debian's swift-proxy and its kin)
	@/usr/bin/python3 -c 'import swift.proxy.server, swift.account.server, swift.container.server, swift.obj.server' 2>/dev/null || \
		{ echo 'missing: Swift (packages: swift-proxy swift-account swift-container swift-object)'; exit 1; }
	@vitest run --config contract-tests/objects-real/vitest.config.ts $(ARGS)

# Each old client in a place of its own, as its registry has it; nothing of them gets into this project's lockfile.
.cache/clients/python-cinderclient-%/.installed: contract-tests/clients/python/requirements-%.txt
	@mkdir -p .cache/clients
	@python3 -m venv --clear $(@D)
	@$(@D)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# The pinned Node trusts the authorities of the machine too, as the machine's own does.
.cache/clients/pkgcloud/.installed: contract-tests/clients/pkgcloud/package/package-lock.json
	@mkdir -p $(@D)
	@cp $(<D)/package.json $(<D)/package-lock.json $(@D)
	@NODE_OPTIONS=--use-system-ca npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

CLIENTS := python-cinderclient-1.11.0 python-cinderclient-4.3.0 pkgcloud
.cache/clients/.installed: $(CLIENTS:%=.cache/clients/%/.installed)
	@touch $@

clients: node_modules/.development $(PACKED) .cache/clients/.installed ## Let old clients use the server: python-cinderclient, pkgcloud (needs Python 3.10)
	@node contract-tests/clients/run.ts $(ARGS)

keystone: node_modules/.development $(PACKED) ## Check tokens by a real Keystone (needs Debian's keystone)
	@command -v keystone-manage >/dev/null && command -v keystone-wsgi-public >/dev/null || \
		{ echo 'missing: Keystone (package: keystone)'; exit 1; }
	@vitest run --config contract-tests/keystone/vitest.config.ts $(ARGS)

torture: node_modules/.development $(PACKED) ## Kill the server again and again, and look for what it had promised
	@node contract-tests/torture/run.ts $(ARGS)

lint: node_modules/.development ## Check the contract, the types, the style and the arrows of the house
	@redocly lint openapi/openapi.yaml
	@spectral lint generated/openapi.json generated/openapi-released.json --ruleset .spectral.yaml --fail-severity warn
	@tsc -p .
	@biome check .
	@depcruise --config .dependency-cruiser.cjs --output-type err-long src generated

format: node_modules/.development ## Put the sources into the house's format
	@biome check --write .

generate: node_modules/.development ## Rewrite generated/ from openapi/ (needs Java 17)
	@node scripts/generate.ts

generate-check: generate ## Fail when generated/ is not what openapi/ makes
	@git diff --exit-code --stat -- generated
	@[ -z "$$(git status --porcelain -- generated)" ] || { git status --short -- generated; exit 1; }

guest: node_modules/.development $(PACKED) ## Boot virtual machines on volumes (qemu-system-x86, busybox-static, e2fsprogs from Debian)
	@node contract-tests/guest/run.ts $(ARGS)

bench: node_modules/.development $(PACKED) ## Measure the server against bare Koa and against Prism
	@node scripts/bench.ts $(ARGS)

bench-data: node_modules/.development $(PACKED) ## Measure snapshots, block devices and backups against qemu-nbd and cp
	@node scripts/bench-data.ts $(ARGS)

clean: ## Remove what can be made again
	@rm -rf node_modules coverage reports .cache
