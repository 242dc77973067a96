#!/usr/bin/env bash
# The memory of a training step with a gradient cache: from 256 to 4,096 pairs it must stay nearly the same.
#
#   bench/gradient-cache.sh COLLECTION [PAIRS...]      256 4096
#
# Steps in chunks of 8,192 tokens, texts cut at 64 tokens: one of the largest size, and of each other size so many that as many pairs go
# through, since the memory that the allocator keeps grows over the first dozens of chunks, whatever the size of a step. Prints the peak
# of resident memory of each and its share of the first. Written for Linux.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
collection=${1:?say which collection: bench/gradient-cache.sh papers/}
shift
[ $# -gt 0 ] || set -- 256 4096
first='' largest=0
for pairs in "$@"; do
  ((pairs > largest)) && largest=$pairs
done
for pairs in "$@"; do
  result=$("$root/scimult" benchmark --collection "$collection" --job train --pairs "$pairs" --chunk-tokens 8192 \
    --max-length 64 --warm-up 0 --steps $((largest / pairs)) 2>/dev/null)
  peak=$(sed -n 's/.*"peakMemoryMiB" *: *\([0-9]*\).*/\1/p' <<<"$result")
  first=${first:-$peak}
  printf '%3d steps of %5d pairs: %6d MiB at most, %.2f of the first\n' $((largest / pairs)) "$pairs" "$peak" "$(awk "BEGIN { print $peak / $first }")"
done
