#!/bin/sh
# Installs the Debian packages that hearsay needs to build and to test, where they are missing. Used by tests/run.sh and
# graphs/make.sh; as root, or through sudo.
set -eu

packages="gcc libc6-dev cmake ninja-build pkg-config python3 libigraph-dev libgraphviz-dev libcjson-dev libxml2-dev
libxxhash-dev nettle-dev zlib1g-dev libzstd-dev iso-codes fonts-dejavu-core
node-d3-zoom node-d3-force"
[ "${1:-}" = build ] || packages="$packages libcmocka-dev parallel libxml2-utils graphviz python3-jsonschema python3-networkx
python3-igraph chromium chromium-driver python3-selenium"

missing=""
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "setup: needs root or sudo to install:$missing" >&2; exit 3; }
    as_root=sudo
fi
echo "setup: installing$missing" >&2
$as_root apt-get update -q >&2
# shellcheck disable=SC2086 # the list is meant to split
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2
