#!/usr/bin/env bash
# Kills the building of an index with -9 again and again, goes on each time, and looks whether it ends whole.
#
#   bench/serve/kill-index.sh --collection DIR [--model MODEL] [--kills 20]
#
# Ends with 1 if the index does not open or lacks papers.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
collection='' model=minilm kills=20
while [ $# -gt 0 ]; do
  case $1 in
    --collection) collection=$2 ;;
    --model) model=$2 ;;
    --kills) kills=$2 ;;
    *)
      echo "kill-index.sh: unknown option $1" >&2
      exit 2
      ;;
  esac
  shift 2
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
killed=0
while :; do
  setsid "$root/scimult" index --collection "$collection" --model "$model" --out "$work/index" >"$work/log" 2>&1 &
  building=$!
  if [ "$killed" -lt "$kills" ]; then
    sleep "$((3 + RANDOM % 12)).$((RANDOM % 10))"
    if kill -9 -- -"$building" 2>/dev/null; then
      killed=$((killed + 1))
      wait "$building" 2>/dev/null || true
      continue
    fi
  fi
  wait "$building" || {
    cat "$work/log"
    exit 1
  }
  break
done
"$root/scimult" index --out "$work/index" --check --model "$model" >"$work/check"
cat "$work/check"
there=$(sed -n 's/.*: \([0-9,]*\) papers;.*/\1/p' "$work/check" | tr -d ,)
wanted=$(grep -c . "$collection/corpus.jsonl")
echo "$killed kills, $there papers of $wanted"
[ "$there" = "$wanted" ]
