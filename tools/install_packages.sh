#!/bin/sh
# Installs the packages of tools/packages.txt that are missing; does nothing,
# in well under a second, when all are there.
#
# Usage: install_packages.sh [--check]      --check: only say what is missing
# Exit status: 0 all there, 1 something is missing and could not be installed.
set -eu
cd "$(dirname "$0")/.."

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "install_packages: this is no Debian or Ubuntu; make sure that the counterparts of tools/packages.txt are installed" >&2
  exit 0
fi

wanted=$(sed -e 's/#.*//' -e 's/[[:space:]]*$//' tools/packages.txt | grep -v '^$')
missing=
for package in $wanted; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

explain() {
  echo "install_packages: missing:$missing" >&2
  echo "install_packages: as root: apt-get update && apt-get install --no-install-recommends$missing" >&2
  exit 1
}
[ "${1:-}" != --check ] || explain
[ "$(id -u)" = 0 ] || explain
command -v apt-get >/dev/null 2>&1 || explain

echo "install_packages: installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# The lists on the machine may be absent or older than the archive.
# shellcheck disable=SC2086  # one word a package
if ! apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1; then
  apt-get update -q >/dev/null || explain
  apt-get install -y -q --no-install-recommends $missing >&2 || explain
fi
