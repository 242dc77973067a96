#!/usr/bin/env bash
# Damaged files for everything that reads files: citations, imports, collections, settings, checkpoints. Each must be read, or refused
# in words, within 20 seconds, and leave nothing half-written. Prints how many of each kind were read and refused.
#
#   bench/fuzz.sh [COUNT [FIRST]]      how many inputs (100000), and the number of the first (0); a number always gives the same input
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
count=${1:-100000} first=${2:-0}
cd "$root" || exit 1
./scimult test -pl app -am -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
  "-Dscimult.fuzz.count=$count" "-Dscimult.fuzz.first=$first"
