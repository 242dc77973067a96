#!/usr/bin/env bash
# Hard negatives by the rules at a size: one million papers with about 20 million references, in a heap of two gigabytes.
#
#   bench/hard-negatives.sh [PAPERS [REFERENCES [FOLDER]]]    1000000, 40 (0 to 40 a paper, 20 on average), a temporary folder
#
# Generates the papers (short ones: it is the references that count), trains two steps with mined negatives, and prints the
# seconds and the largest memory of both, and how many pairs have a negative by which rule. Needs about 3 GB of disk.
# Written for Linux. The heap is SCIMULT_JAVA_OPTS, -Xmx2g where nothing is set.
set -u
papers=${1:-1000000}
references=${2:-40}
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/bench/stage.sh"
prepare 2g "${3-}"

printf '%d papers of up to %d references, %s\n' "$papers" "$references" "$SCIMULT_JAVA_OPTS"
stage generate generate --papers "$papers" --words 20 --references "$references" --out "$folder/collection"
stage train train --collection "$folder/collection" --out "$folder/model" --steps 2 --set hardNegatives.rules=true \
  --set 'hardNegatives={model: 0, bm25: 0}' --set dev.queries=20 --set dev.candidates=100 --set dev.evaluations=1 \
  --set merge.alpha=0.5
tr '\r' '\n' <"$folder/train.log" | grep 'hard negative'
