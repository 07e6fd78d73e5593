#!/bin/sh
# Sets up, builds and runs every test under ctest. The build goes to build/ beside src/, or to the folder in BUILD_DIR.
set -eu
cd "$(dirname "$0")/.."
build=${BUILD_DIR:-build}

sh tests/setup.sh
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DHEARSAY_TESTS=ON
cmake --build "$build"
ctest --test-dir "$build" --output-on-failure --parallel "$(nproc)"
