#!/usr/bin/env bash
# Training survives kill -9: trains once without an interruption, then again from the start, killed at random moments and
# resumed after each, and compares the two models byte for byte.
#
#   bench/kill-resume.sh [--collection DIR] [--steps N] [--kills N] [--seed N] [--set PATH=VALUE]...
#
# Without --collection it trains on 400 made-up papers. 60 steps and 10 kills take about three minutes on two cores. The
# state is saved nearly all the time, and dev is measured now and then, so that kills hit saving and measuring, too; they
# come at random moments of the resumed process, from its very start on. Prints where each kill hit. Exit code 0 if the
# last weights and the result are the same, bit for bit.
#
# Numbers are compared between processes on the same machine with the same number of threads, in 32-bit floats with
# dropout; a further --set, such as compute.precision=bfloat16, stands above these.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
collection='' steps=60 kills=10 seed=$RANDOM further=()
while [ $# -gt 0 ]; do
  case $1 in
    --collection) collection=$2 ;;
    --steps) steps=$2 ;;
    --kills) kills=$2 ;;
    --seed) seed=$2 ;;
    --set) further+=(--set "$2") ;;
    *)
      echo "kill-resume.sh: unknown option $1" >&2
      exit 2
      ;;
  esac
  shift 2
done
work=$(mktemp -d)
process=''
trap '[ -z "$process" ] || kill -9 "$process" 2>/dev/null; rm -rf "$work"' EXIT
"$root/scimult" --version >/dev/null || exit 1
if [ -z "$collection" ]; then
  collection=$work/papers
  "$root/scimult" generate --papers 400 --words 60 --out "$collection" >/dev/null || exit 1
fi

settings=(--collection "$collection" --steps "$steps"
  --set compute.precision=float32 --set compute.attention=fused --set model.maxLength=64 --set saveMinutes=0.01
  --set batch.queries=8 --set batch.tokens=1024 --set batch.randomLabelTokens=64
  --set dev.everySteps=$((steps / 3)) --set dev.queries=20 --set dev.candidates=60 --set merge.shares='[0.5, 1.0]'
  ${further[@]+"${further[@]}"})

# Milliseconds since the epoch.
now() {
  echo $(($(date +%s%N) / 1000000))
}

# The last step that the log of a run tells of.
last_step() {
  grep -o '"step":[0-9]*' "$1/training/run.jsonl" 2>/dev/null | tail -n 1 | cut -d : -f 2
}

printf 'seed %s; without an interruption: ' "$seed"
started=$(now)
"$root/scimult" train "${settings[@]}" --out "$work/whole" >"$work/whole.log" 2>&1 || {
  cat "$work/whole.log"
  exit 1
}
whole=$(($(now) - started))
printf '%d.%d s\n' $((whole / 1000)) $((whole % 1000 / 100))

# A kill comes at most so many milliseconds after its process began, so that the kills spread over the whole run.
RANDOM=$seed
longest=$((whole / 3))
killed=0 calls=0
call=(train "${settings[@]}" --out "$work/parts")
until [ -e "$work/parts/manifest.json" ]; do
  if [ -e "$work/parts/training/plan.json" ]; then call=(train --resume "$work/parts"); else rm -rf "$work/parts"; fi
  calls=$((calls + 1))
  "$root/scimult" "${call[@]}" >"$work/parts.log" 2>&1 &
  process=$!
  if [ $killed -lt "$kills" ]; then
    delay=$((RANDOM % longest))
    sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
    if kill -9 $process 2>/dev/null; then
      wait $process 2>/dev/null
      process=''
      killed=$((killed + 1))
      beside=$(find "$work/parts" -name '*.part' -o -name '*.old' 2>/dev/null | grep -c .)
      printf 'kill %2d after %5d ms, at step %s%s\n' $killed $delay "$(last_step "$work/parts" || true)" \
        "$([ "$beside" = 0 ] || echo ', while it wrote')"
      continue
    fi
  fi
  wait $process
  status=$?
  process=''
  [ $status != 0 ] || continue
  echo "FAILED: call $calls ended with exit code $status:"
  tail -n 20 "$work/parts.log"
  exit 1
done

failed=0
for file in training/latest/model.safetensors training/latest/optimizer.safetensors training/trained/model.safetensors \
  model.safetensors; do
  one=$(sha256sum <"$work/whole/$file" | cut -d ' ' -f 1)
  other=$(sha256sum <"$work/parts/$file" | cut -d ' ' -f 1)
  if [ "$one" = "$other" ]; then
    echo "the same    $file  $one"
  else
    echo "DIFFERENT   $file  $one  $other"
    failed=1
  fi
done
left=$(find "$work/parts" -name '*.part' -o -name '*.old')
[ -z "$left" ] || { echo "FAILED: left behind: $left"; failed=1; }
if [ $failed = 0 ]; then echo "ok: $killed kills, $calls calls, the same bits"; else echo FAILED; fi
exit $failed
