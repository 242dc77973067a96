#!/usr/bin/env bash
# One million papers in a heap of one gigabyte: generates a collection of made-up papers (200-word abstracts), checks
# it, tokenises it and trains on it, and prints the seconds and the largest memory of each stage.
#
#   bench/million.sh [PAPERS [STEPS [FOLDER]]]      1000000, 50, a temporary folder that is removed afterwards
#
# Needs about 5 GB of disk. Dev sets are kept small, so that training is what is timed. Exit code 0 if all stages
# succeeded. Written for Linux. The heap is SCIMULT_JAVA_OPTS, -Xmx1g where nothing is set. The largest memory (resident, of the whole
# process) is more than the heap: libtorch's tensors, and the mapped files, which the system may drop when it likes.
#
set -u
papers=${1:-1000000}
steps=${2:-50}
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/bench/stage.sh"
prepare 1g "${3-}"

printf '%d papers, %s\n' "$papers" "$SCIMULT_JAVA_OPTS"
stage generate generate --papers "$papers" --words 200 --out "$folder/collection"
stage validate validate --collection "$folder/collection"
stage train train --collection "$folder/collection" --out "$folder/model" --steps "$steps" \
  --set dev.queries=50 --set dev.candidates=200 --set dev.evaluations=1 --set merge.alpha=0.5
# The run's files tell its parts: the plan is written first, the tokens of the queries last before training.
begun=$(stat -c %.Y "$folder/model/training/plan.json")
tokenised=$(ls "$folder"/model/training/cache/*-queries.tokens | xargs stat -c %.Y)
trained=$(stat -c %.Y "$folder/model/manifest.json")
reported=$(stat -c %.Y "$folder/model/report.html")
awk "BEGIN {
  printf \"  of which %6.1f s open and tokenise\n\", $tokenised - $begun
  printf \"           %6.1f s train, measure dev four times, blend\n\", $trained - $tokenised
  printf \"           %6.1f s answer the report's examples\n\", $reported - $trained
}"
tr '\r' '\n' <"$folder/train.log" | sed -n 's/^ended after/  the run: /p'
