#!/usr/bin/env bash
# What an instruction costs when embedding, and three tasks at once instead of one.
#
#   bench/embedding-cost.sh COLLECTION [ROUNDS]        rounds: 3
#
# Makes three models of one step each (speed does not ask for good ones): everything shared, with an instruction, and with
# experts in the last three blocks. Then embeds the collection's papers with each, in turn, and prints for each round the
# seconds and the ratios. Starting the program counts in all of them.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
collection=${1:?say which collection: bench/embedding-cost.sh papers/}
rounds=${2:-3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# model NAME SETTINGS...
model() {
  local name=$1
  shift
  "$root/scimult" train --collection "$collection" --out "$folder/$name" --steps 1 --set 'hardNegatives={model: 0}' \
    --set merge.alpha=1 --set dev.evaluations=1 --set dev.queries=5 --set dev.candidates=20 "$@" >"$folder/log" 2>&1 || {
    cat "$folder/log" >&2
    exit 1
  }
}
model shared --set variant=vanilla
model instruction --set variant=instruction
model forked --set variant=mha-ffn-experts --set model.expertBlocks=top-3

# seconds MODEL TASK
seconds() {
  local start
  start=$(date +%s%N)
  "$root/scimult" embed --model "$folder/$1" --task "$2" --input "$collection/corpus.jsonl" \
    --output "$folder/vectors.npy" >"$folder/log" 2>&1 || {
    cat "$folder/log" >&2
    exit 1
  }
  awk "BEGIN { print ($(date +%s%N) - $start) / 1e9 }"
}
for round in $(seq "$rounds"); do
  shared=$(seconds shared link)
  instruction=$(seconds instruction link)
  one=$(seconds forked link)
  all=$(seconds forked all)
  awk "BEGIN { printf \"round %d: shared %.1f s, with an instruction %.1f s (%.2f x); experts above, one task %.1f s, all three %.1f s (%.2f x)\n\",
    $round, $shared, $instruction, $instruction / $shared, $one, $all, $all / $one }"
done
