#!/usr/bin/env bash
# Exports a model in every form and compares the vectors of real texts, in Python, with those that the program gives.
#
#   bench/export/check.sh MODEL --input corpus.jsonl [--task link] [--texts 200] [--python PYTHON]
#
# PYTHON is that of an environment with bench/export/requirements.txt in it (default: python3). Exit code 0 if our own reading
# of the exported folder, sentence-transformers and the 32-bit graph agree to a cosine of 0.99999, and to 0.00001 in every
# component of vectors of length 1.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
model=$1
shift
input='' task=link texts=200 python=python3
while [ $# -gt 0 ]; do
  case $1 in
    --input) input=$2 ;;
    --task) task=$2 ;;
    --texts) texts=$2 ;;
    --python) python=$2 ;;
    *)
      echo "check.sh: unknown option $1" >&2
      exit 2
      ;;
  esac
  shift 2
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
head -n "$texts" "$input" >"$work/corpus.jsonl"
"$root/scimult" embed --model "$model" --task "$task" --precision float32 --input "$work/corpus.jsonl" \
  --output "$work/vectors.npy"
# A model that reads instructions has no such folder.
if "$root/scimult" export "$model" --task "$task" --to "$work/st"; then
  "$root/scimult" embed --model "$work/st" --task "$task" --precision float32 --input "$work/corpus.jsonl" \
    --output "$work/folder.npy"
fi
for type in fp32 fp16 int8; do
  "$root/scimult" export "$model" --task "$task" --format onnx --type $type --to "$work/$type"
done
exec "$python" "$root/bench/export/check.py" "$work"
