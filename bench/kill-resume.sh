#!/usr/bin/env bash
# Training survives kill -9: trains once without an interruption, then again from the start, killed at random moments and
# resumed after each, and compares the two models byte for byte.
#
#   bench/kill-resume.sh [--collection DIR] [--budget steps|epochs|minutes] [--steps N] [--kills N] [--seed N]
#                        [--set PATH=VALUE]... [--keep MODEL]
#   for b in steps epochs minutes; do bench/kill-resume.sh --budget $b --kills 34; done    # a hundred kills
#
# Without --collection it trains on 400 made-up papers, and without --set model.base=… from the tests' tiny BERT with random weights:
# it is the run that is checked, not the model. 600 steps and 34 kills take about five minutes on two cores. The
# budget is --steps steps (the default), an epoch that is about as long, or as many minutes as an uninterrupted run of so
# many steps takes. Under minutes the learning rate follows the clock, so that the weights cannot be the same; there the
# batches are compared: each step, whenever it is taken, draws from the same source the same number of tokens. The
# state is saved every second, and dev is measured now and then, so that kills hit saving and measuring, too; they come
# at random moments of the resumed process, from its very start on. Prints where each kill hit. Exit code 0 if the
# last weights and the result are the same, bit for bit (under minutes: if the batches are the same).
# --keep leaves the last model in a folder.
#
# Numbers are compared between processes on the same machine with the same number of threads, in 32-bit floats with
# dropout; a further --set, such as compute.precision=bfloat16, stands above these.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
collection='' keep='' budget=steps steps=600 kills=10 seed=$RANDOM further=()
while [ $# -gt 0 ]; do
  case $1 in
    --collection) collection=$2 ;;
    --budget) budget=$2 ;;
    --steps) steps=$2 ;;
    --kills) kills=$2 ;;
    --seed) seed=$2 ;;
    --keep) keep=$2 ;;
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

case $budget in
  steps) limit=(--steps "$steps") ;;
  epochs) limit=(--set budget.minutes=0 --set budget.steps=0 --set "budget.epochs=$(awk "BEGIN {print $steps / 200}")") ;;
  minutes) limit=(--set budget.steps=0 --set budget.minutes=0.6 --set hardNegatives.model=0) ;;
  *)
    echo "kill-resume.sh: --budget is steps, epochs or minutes, not '$budget'" >&2
    exit 2
    ;;
esac
settings=(--collection "$collection" "${limit[@]}" --set "model.base=$root/encoder/src/test/resources/golden/tiny-bert"
  --set compute.precision=float32 --set compute.attention=fused --set model.maxLength=64 --set saveMinutes=0.015
  --set batch.queries=8 --set batch.tokens=1024 --set batch.randomLabelTokens=64
  --set dev.everySteps=$((steps / 3)) --set dev.queries=20 --set dev.candidates=60 --set merge.alphas='[0.5, 1.0]'
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

# A kill comes at most so many milliseconds after its process began, so that the kills spread over the whole run; every
# third one then waits for the next save to begin.
RANDOM=$seed
longest=$((whole / 4))
killed=0 calls=0 failed=0

half_written() {
  find "$1" \( -name '*.part' -o -name '*.old' \) -print -quit 2>/dev/null | grep -q .
}

# Waits for the random moment and kills the process. False if the process was over before.
kill_at_random() {
  local delay=$((RANDOM % longest)) tries=0
  sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
  if [ $((killed % 3)) = 2 ]; then
    until half_written "$1" || [ $((tries += 1)) -gt 1000 ]; do sleep 0.01; done
  fi
  kill -9 $process 2>/dev/null || return 1
  wait $process 2>/dev/null
  process=''
  killed=$((killed + 1))
  printf 'kill %2d at least %5d ms after its begin, at step %s%s\n' $killed $delay "$(last_step "$1")" \
    "$(half_written "$1" && echo ', while it wrote')"
}

# Step, source and tokens of every step line of a run's log.
batches() {
  sed -n 's/.*"event":"step","step":\([0-9]*\),.*"source":"\([^"]*\)".*"tokens":\([0-9]*\).*/\1 \2 \3/p' \
    "$1/training/run.jsonl"
}

# Each step that either run has taken, once or again, has one source and one number of tokens.
same_batches() {
  local different
  different=$( (batches "$work/whole" && batches "$1") | sort -u | cut -d ' ' -f 1 | uniq -d | head -n 5 | tr '\n' ' ')
  if [ -z "$(batches "$1")" ]; then
    echo "FAILED: no step in the log of $1"
    failed=1
  elif [ -n "$different" ]; then
    echo "DIFFERENT   batches of the steps $different"
    failed=1
  else
    echo "the same    batches of all steps, $(batches "$work/whole" | wc -l) and $(batches "$1" | sort -u | wc -l)"
  fi
}

# Trains into a folder, resuming until the model is there, and compares it.
survive() {
  local parts=$1 call status file one other
  until [ -e "$parts/manifest.json" ]; do
    call=(train "${settings[@]}" --out "$parts")
    if [ -e "$parts/training/plan.json" ]; then call=(train --resume "$parts"); else rm -rf "$parts"; fi
    calls=$((calls + 1))
    "$root/scimult" "${call[@]}" >"$work/parts.log" 2>&1 &
    process=$!
    if [ $killed -lt "$kills" ] && kill_at_random "$parts"; then continue; fi
    wait $process
    status=$?
    process=''
    if [ $status != 0 ]; then
      echo "FAILED: call $calls ended with exit code $status:"
      tail -n 20 "$work/parts.log"
      exit 1
    fi
  done
  if [ "$budget" = minutes ]; then
    same_batches "$parts"
    return
  fi
  for file in training/latest/model.safetensors training/latest/optimizer.safetensors \
    training/fine-tuned/model.safetensors model.safetensors; do
    if [ ! -s "$work/whole/$file" ] || [ ! -s "$parts/$file" ]; then
      echo "FAILED: $file is missing"
      failed=1
      continue
    fi
    one=$(sha256sum <"$work/whole/$file" | cut -d ' ' -f 1)
    other=$(sha256sum <"$parts/$file" | cut -d ' ' -f 1)
    if [ "$one" = "$other" ]; then
      echo "the same    $file  $one"
    else
      echo "DIFFERENT   $file  $one  $other"
      failed=1
    fi
  done
  if half_written "$parts"; then
    echo "FAILED: something half-written was left behind"
    failed=1
  fi
}

# Where a run is over before all kills have come, another one takes the rest.
runs=0
while [ $runs = 0 ] || [ $killed -lt "$kills" ]; do
  runs=$((runs + 1))
  survive "$work/parts$runs"
done
[ -z "$keep" ] || mv "$work/parts$runs" "$keep"
if [ $failed = 0 ]; then echo "ok: $killed kills, $calls calls, the same $([ "$budget" = minutes ] && echo batches || echo bits)"; else echo FAILED; fi
exit $failed
