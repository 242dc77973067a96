#!/usr/bin/env bash
# Every variant from training to other programs: trains it twice, the second time killed at a random moment and resumed, and
# compares the two bit for bit; then exports it in all forms and compares the vectors that each gives.
#
#   bench/variants.sh --collection DIR [--steps 200] [--seed N] [--python PYTHON] [--only VARIANT]
#
# PYTHON needs bench/export/requirements.txt (default: python3). Trains in 32-bit floats on short texts. Exit code 0 if all
# hold.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
collection='' steps=200 seed=$RANDOM python=python3
variants='vanilla mha-experts ffn-experts mha-ffn-experts instruction prefix'
while [ $# -gt 0 ]; do
  case $1 in
    --collection) collection=$2 ;;
    --steps) steps=$2 ;;
    --seed) seed=$2 ;;
    --python) python=$2 ;;
    --only) variants=$2 ;;
    *)
      echo "variants.sh: unknown option $1" >&2
      exit 2
      ;;
  esac
  shift 2
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
RANDOM=$seed
failed=0
"$root/scimult" --version >/dev/null || exit 1
for variant in $variants; do
  echo "== $variant"
  "$root/bench/kill-resume.sh" --collection "$collection" --steps "$steps" --kills 1 --seed $RANDOM \
    --keep "$work/$variant" --set "variant=$variant" --set model.maxLength=32 --set batch.queries=4 \
    --set batch.tokens=512 --set saveMinutes=0.1 || failed=1
  "$root/bench/export/check.sh" "$work/$variant" --input "$collection/corpus.jsonl" --python "$python" || failed=1
  rm -rf "${work:?}/$variant"
done
[ $failed = 0 ] && echo "ok: all variants" || echo FAILED
exit $failed
