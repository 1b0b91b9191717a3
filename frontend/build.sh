#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Builds the pages' style sheet, fonts and scripts: with the machine's Node, else with PyPI's.
# Whatever is missing is said in one sentence; the pages then keep their plain look.
set -u
cd "$(dirname "$0")" || exit 1
VENV="$(cd .. && pwd)/.venv"

plain() {
	echo "The pages keep their plain look: $1" >&2
	exit 0
}

new_enough() {
	command -v npm >/dev/null 2>&1 &&
		node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 18 ? 1 : 0)' >/dev/null 2>&1
}

if ! new_enough; then
	PATH="$VENV/bin:$PATH"
	if ! new_enough; then
		echo "Installing Node.js from the Python package registry ..."
		"$VENV/bin/python" -m pip --disable-pip-version-check --quiet install --require-hashes \
			--no-deps --requirement nodejs.lock >/dev/null 2>&1
	fi
	new_enough || plain "Node.js 18 or newer with npm is neither on this machine nor in the Python package registry; install it and run make install again."
fi

if ! cmp -s package-lock.json node_modules/.installed; then
	npm ci --silent >/dev/null 2>&1 ||
		plain "npm could not fetch the packages of frontend/package-lock.json; is its registry reachable?"
	cp package-lock.json node_modules/.installed
fi
node build.mjs || plain "frontend/build.mjs failed, see above."
