#!/usr/bin/env bash
# What a model of BERT-base's size costs: reading a checkpoint of a gigabyte, and a training step of each variant.
#
#   bench/full-size/run.sh --collection DIR [--python PYTHON] [--only load|steps|large] [--large-variant NAME] [--length 256]
#
# Makes 12 blocks of 768 with random weights. `load`: a checkpoint as the release's, with two encoders of three experts, is made
# into a model folder, and that embeds a text, each with a Java heap of 512 MiB. `steps`: one timed step of 32 triplets of
# 256 tokens (or --length) for each variant. `large`: one of 1,024 triplets. Both in chunks of 8,192 tokens.
# Prints seconds and the peak of resident memory.
# PYTHON needs torch and safetensors (default: python3).
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
collection='' python=python3 only='load steps large' large=vanilla length=256
while [ $# -gt 0 ]; do
  case $1 in
    --collection) collection=$2 ;;
    --python) python=$2 ;;
    --only) only=$2 ;;
    --large-variant) large=$2 ;;
    --length) length=$2 ;;
    *)
      echo "run.sh: unknown option $1" >&2
      exit 2
      ;;
  esac
  shift 2
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/scimult" export minilm --task link --to "$work/small" >/dev/null
"$python" "$root/bench/full-size/make.py" "$work/small" "$work/full"

# timed NAME COMMAND...: runs it and tells how long it took.
timed() {
  local name=$1 start
  shift
  start=$(date +%s%N)
  "$@" >"$work/log" 2>&1 || {
    cat "$work/log"
    exit 1
  }
  printf '%-44s %6.1f s\n' "$name" "$(($(date +%s%N) - start))e-9"
}

load() {
  export SCIMULT_JAVA_OPTS=-Xmx512m
  ls -l "$work/full/release.ckpt" | awk '{printf "checkpoint of %.2f GB\n", $5 / 1e9}'
  timed 'convert to a model folder' "$root/scimult" convert "$work/full/release.ckpt" --base "$work/full/base" \
    --to "$work/converted"
  head -n 1 "$collection/corpus.jsonl" >"$work/one.jsonl"
  timed 'read it and embed one paper' "$root/scimult" embed --model "$work/converted" --task link \
    --input "$work/one.jsonl" --output "$work/one.npy"
  unset SCIMULT_JAVA_OPTS
}

# step VARIANT TRIPLETS
step() {
  local variant=$1 triplets=$2
  printf '%-18s %5d triplets of %d tokens: ' "$variant" "$triplets" "$length"
  "$root/scimult" benchmark --model "$work/full/base" --variant "${variant//-/_}" --collection "$collection" \
    --job train --pairs "$triplets" --hard-negatives 1 --whole-length --max-length "$length" --chunk-tokens 8192 --warm-up 0 --steps 1 \
    2>"$work/log" >"$work/result" || {
    cat "$work/log"
    exit 1
  }
  "$python" -c 'import json, sys
result = json.load(open(sys.argv[1]))
print("%.0f s, %d tokens, peak memory %.1f GiB (%s)" % (result["tokens"] / result["tokensPerSecond"], result["tokens"],
      result["peakMemoryMiB"] / 1024, result["trainingIn"]))' "$work/result"
}

for part in $only; do
  case $part in
    load) load ;;
    steps)
      for variant in vanilla mha-experts ffn-experts mha-ffn-experts instruction prefix; do step $variant 32; done
      ;;
    large) step "$large" 1024 ;;
    *)
      echo "run.sh: --only is load, steps or large, not $part" >&2
      exit 2
      ;;
  esac
done
