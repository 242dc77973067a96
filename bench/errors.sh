#!/usr/bin/env bash
# What goes wrong is told: runs the program on wrong data, wrong files, wrong values and a full disk, and checks of each
# call that
#   - it ends with exit code 1 (bad data, files, failures) or 2 (a wrong call), as the case says,
#   - its standard error is one paragraph that names what is wrong, without a stack trace,
#   - nothing half-written stays behind.
#
#   bench/errors.sh            all cases, about a minute; exit code 0 if all hold
#   bench/errors.sh -v         shows each message
#
# The cases of the full disk need root, to mount a small tmpfs; without root they count as failed.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
verbose=${1-}
work=$(mktemp -d)
tiny=$root/encoder/src/test/resources/golden/tiny-bert
failed=0 passed=0
mounted=''
trap 'if [ -n "$mounted" ]; then umount "$mounted"; fi; rm -rf "$work" "$work".std*' EXIT
"$root/scimult" --version >/dev/null || exit 1

# ------------------------------------------------------------------------------------------------------ checking

# check NAME CODE TEXT ARGUMENT...: scimult ARGUMENT..., run in $work, ends with CODE, says TEXT, and leaves all files as
# they were. With whole=yes it may leave files, if each is whole: none under a name that is for half-written ones only.
whole=no
check() {
  local name=$1 code=$2 text=$3 status before after problems=''
  shift 3
  before=$(listing)
  (cd "$work" && "$root/scimult" "$@" >"$work.stdout" 2>"$work.stderr" </dev/null)
  status=$?
  after=$(listing)
  [ $status = "$code" ] || problems="$problems; exit code $status, expected $code"
  grep -qF -- "$text" "$work.stderr" || problems="$problems; does not say '$text'"
  ! grep -qE '^[[:space:]]+at |Exception|java\.|NullPointer' "$work.stderr" || problems="$problems; shows a trace"
  # One paragraph: no empty line, and all of it from one message; parse errors add a line that points to the help.
  ! grep -q '^[[:space:]]*$' "$work.stderr" || problems="$problems; has an empty line"
  [ "$(grep -c '^scimult: ' "$work.stderr")" = 1 ] || problems="$problems; not one message"
  [ "$(wc -l <"$work.stderr")" -le 8 ] || problems="$problems; longer than a paragraph"
  if [ $whole = yes ]; then after=$(grep -vE '^[^ ]*\.(part|old)' <<<"$after"); before=$(listing); fi
  [ "$before" = "$after" ] || problems="$problems; left behind: $(diff <(echo "$before") <(echo "$after") | grep '^[<>]' | tr '\n' ' ')"
  if [ -n "$problems" ]; then
    failed=$((failed + 1))
    printf 'FAIL  %s: %s\n' "$name" "${problems#; }"
    sed 's/^/      | /' "$work.stderr" | head -n 12
  else
    passed=$((passed + 1))
    printf 'ok    %s\n' "$name"
    [ "$verbose" != -v ] || sed 's/^/      | /' "$work.stderr"
  fi
}

# All files and folders with their sizes.
listing() {
  (cd "$work" && find . -mindepth 1 \( -type f -printf '%p %s\n' -o -printf '%p\n' \) | LC_ALL=C sort)
}

# collection NAME: a fresh copy of a small sound collection.
collection() {
  cp -r "$work/sound" "$work/$1"
}

"$root/scimult" generate --papers 60 --words 40 --out "$work/sound" >/dev/null || exit 1
cp -r "$tiny" "$work/model"
train=(train --set "model.base=$work/model" --set compute.precision=float32 --set compute.attention=fused --set compute.threads=1)

# ---------------------------------------------------------------------------------------------------------- data

collection bad-line
sed -i '3s/.*/{"_id": "p", "title": /' "$work/bad-line/corpus.jsonl"
for command in validate evaluate; do
  check "bad line: $command" 1 'bad-line/corpus.jsonl:3' $command --collection bad-line
done
check 'bad line: train' 1 'bad-line/corpus.jsonl:3' "${train[@]}" --out out --collection bad-line --steps 1
check 'bad line: embed' 1 'bad-line/corpus.jsonl:3' embed --model model --task link --input bad-line/corpus.jsonl \
  --output out.npy

collection unknown-id
printf 'paper-1\tno-such-label\t1\n' >>"$work/unknown-id/qrels/classification/train.tsv"
check 'unknown id: validate' 1 'no-such-label' validate --collection unknown-id
check 'unknown id: train' 1 'qrels/classification/train.tsv:' "${train[@]}" --out out --collection unknown-id --steps 1

collection duplicate-id
head -n 1 "$work/sound/corpus.jsonl" >>"$work/duplicate-id/corpus.jsonl"
check 'duplicate id: validate' 1 'duplicate-id/corpus.jsonl:61' validate --collection duplicate-id
check 'duplicate id: train' 1 'paper-0' "${train[@]}" --out out --collection duplicate-id --steps 1

collection not-text
printf '\xff\xfe\n' >>"$work/not-text/corpus.jsonl"
check 'no UTF-8' 1 'not-text/corpus.jsonl:61' validate --collection not-text

collection cut-archive
gzip "$work/cut-archive/corpus.jsonl"
truncate -s 500 "$work/cut-archive/corpus.jsonl.gz"
check 'damaged archive' 1 'corpus.jsonl.gz' validate --collection cut-archive

collection nothing-to-learn
rm -r "$work/nothing-to-learn/qrels"
check 'nothing to learn' 1 'nothing to train on' "${train[@]}" --out out --collection nothing-to-learn --steps 1 \
  --set pseudoQueries.weight=0

# --------------------------------------------------------------------------------------------------------- files

mkdir "$work/empty" "$work/full"
echo mine >"$work/full/thesis.tex"
check 'missing file: corpus' 1 'corpus.jsonl' validate --collection empty
check 'missing folder: collection' 1 'nowhere' validate --collection nowhere
check 'missing folder: collection to train on' 1 'nowhere' "${train[@]}" --out out --collection nowhere --steps 1
check 'missing folder: model' 1 'nowhere' embed --model nowhere --task link --input sound/corpus.jsonl --output out.npy
check 'missing file: input' 1 'nothing.jsonl' embed --model model --task link --input nothing.jsonl --output out.npy
check 'a file for a folder: collection' 1 'thesis.tex' validate --collection full/thesis.tex
check 'a file for a folder: model' 1 'thesis.tex' embed --model full/thesis.tex --task link \
  --input sound/corpus.jsonl --output out.npy
check 'a folder for a file: input' 1 'sound' embed --model model --task link --input sound --output out.npy
check 'a folder for a file: output' 1 'full' embed --model model --task link --input sound/corpus.jsonl --output full
check 'a file for a folder: output' 1 'thesis.tex' embed --model model --task link --input sound/corpus.jsonl \
  --output full/thesis.tex/out.npy
check 'missing file: config' 1 'nothing.yaml' "${train[@]}" --out out --collection sound --config nothing.yaml

for damage in zero-byte truncated; do
  cp -r "$work/model" "$work/$damage"
  if [ $damage = zero-byte ]; then size=0; else size=100000; fi
  truncate -s $size "$work/$damage/model.safetensors"
  check "$damage safetensors: embed" 1 "$damage/model.safetensors" embed --model $damage --task link \
    --input sound/corpus.jsonl --output out.npy
  check "$damage safetensors: evaluate" 1 "$damage/model.safetensors" evaluate --collection sound --model $damage
  check "$damage safetensors: train" 1 "$damage/model.safetensors" "${train[@]}" --out out --collection sound --steps 1 \
    --set model.base=$damage
done
cp -r "$work/model" "$work/no-tokenizer"
rm "$work/no-tokenizer"/{tokenizer.json,vocab.txt}
check 'model without tokenizer: embed' 1 'no-tokenizer' embed --model no-tokenizer --task link \
  --input sound/corpus.jsonl --output out.npy
check 'model without tokenizer: train' 1 'no-tokenizer' "${train[@]}" --out out --collection sound --steps 1 \
  --set model.base=no-tokenizer
cp -r "$work/model" "$work/no-config"
rm "$work/no-config/config.json"
check 'model without configuration' 1 'no-config/config.json' embed --model no-config --task link \
  --input sound/corpus.jsonl --output out.npy

# ------------------------------------------------------------------------------------------------ configuration

printf 'optim:\n  learning-rate: 1e-4\n' >"$work/unknown.yaml"
printf 'optim:\n  lr: [1\n' >"$work/broken.yaml"
printf 'optim:\n  lr: 0\n' >"$work/zero.yaml"
check 'unknown key: file' 1 'unknown.yaml:2' "${train[@]}" --out out --collection sound --config unknown.yaml
check 'broken YAML' 1 'broken.yaml:' "${train[@]}" --out out --collection sound --config broken.yaml
check 'absurd value: file' 1 'zero.yaml:2' "${train[@]}" --out out --collection sound --config zero.yaml
check 'unknown key: --set' 2 'optim.lrr' "${train[@]}" --out out --collection sound --set optim.lrr=1e-4
check '--set without value' 2 'optim.lr' "${train[@]}" --out out --collection sound --set optim.lr
for minutes in -1 1e9 NaN Infinity; do
  check "--minutes $minutes" 2 "minutes" "${train[@]}" --out out --collection sound --minutes $minutes
done
check '--minutes soon' 2 "'soon'" "${train[@]}" --out out --collection sound --minutes soon
check '--steps -5' 2 '-5' "${train[@]}" --out out --collection sound --steps -5
check '--steps 99999999999999999999' 2 '99999999999999999999' "${train[@]}" --out out --collection sound \
  --steps 99999999999999999999
for setting in optim.lr=0 optim.lr=-1 optim.lr=NaN optim.lr=1e9 compute.threads=-3 batch.queries=0 batch.tokens=-1 \
  dropout.hidden=2 merge.alpha=-1 model.maxLength=3 model.maxLength=1000000 model.expertBlocks=every2 saveMinutes=-1 \
  pseudoQueries.weight=-1 tasks.weights.link=-1 tasks.weights.citations=1 compute.precision=float8 optim.warmup=1.5 dev.queries=0 \
  model.base=nowhere optim.layerDecay=0 seed=one; do
  code=2
  [ $setting != model.base=nowhere ] || code=1
  check "--set $setting" $code "${setting#*=}" "${train[@]}" --out out --collection sound --steps 1 --set $setting
done
check 'a weight of 0' 2 'sound' "${train[@]}" --out out --collection sound=0 --steps 1
check 'embed --threads -3' 2 '-3' embed --model model --threads -3 --task link --input sound/corpus.jsonl --output out.npy
check 'embed --max-length 0' 2 '0' embed --model model --max-length 0 --task link --input sound/corpus.jsonl \
  --output out.npy
check 'embed --max-length 100000' 2 '100000' embed --model model --max-length 100000 --task link \
  --input sound/corpus.jsonl --output out.npy
check 'unknown task' 2 'citing' embed --model model --task citing --input sound/corpus.jsonl --output out.npy
check 'unknown split' 2 'trian' evaluate --collection sound --split trian
check 'evaluate --max-queries -1' 2 '-1' evaluate --collection sound --base model --max-queries -1
check 'generate --papers 0' 2 '0' generate --papers 0 --out out
check 'generate --papers many' 2 '99999999999' generate --papers 99999999999 --out out
check 'no command' 2 'command'
check 'unknown command' 2 'trian' trian
check 'unknown option' 2 '--colection' train --colection sound --out out
check 'nothing to train on given' 2 '--collection' train --out out

# -------------------------------------------------------------------------------------------- places and resuming

check '--out not empty: train' 2 'full is not empty' "${train[@]}" --out full --collection sound --steps 1
check '--out not empty: generate' 2 'full' generate --papers 10 --out full
check '--out is a file' 2 'thesis.tex' "${train[@]}" --out full/thesis.tex --collection sound --steps 1
check 'resume of a folder that is no run' 1 'full' train --resume full
check 'resume of a folder that is not there' 1 'nowhere' train --resume nowhere
check 'resume with other settings' 2 '--resume' train --resume full --steps 3
run=(--set variant=vanilla --set dev.evaluations=0 --set batch.queries=4 --set batch.randomLabelTokens=0 --set saveMinutes=0)
"$root/scimult" "${train[@]}" --out "$work/run" --collection "$work/sound" --steps 2 "${run[@]}" 2>/dev/null
check 'resume of a finished run' 1 'is finished' train --resume run
rm "$work/run/manifest.json"
for file in model.safetensors optimizer.safetensors state.json; do
  cp -r "$work/run" "$work/damaged"
  truncate -s 0 "$work/damaged/training/latest/$file"
  check "resume from an empty $file" 1 "latest/$file" train --resume damaged
  rm -r "$work/damaged"
done
check 'use of an unfinished run' 1 'unfinished' embed --model run --task link --input sound/corpus.jsonl --output out.npy

# ------------------------------------------------------------------------------------------------ memory and disk

"$root/scimult" generate --papers 150000 --words 5 --out "$work/large" >/dev/null

SCIMULT_JAVA_OPTS=-Xmx20m check 'too little memory' 1 '-Xmx4g' validate --collection large

disk=$work/disk
mkdir "$disk"
if mount -t tmpfs -o size=100k tmpfs "$disk" 2>/dev/null; then
  mounted=$disk
  check 'full disk: generate' 1 'disk' generate --papers 5000 --out disk/collection
  whole=yes
  check 'full disk: evaluate' 1 'disk' evaluate --base model --collection sound --split dev --out disk/report
  whole=no
  rm -r "$disk/report"
  check 'full disk: embed' 1 'disk' embed --model model --task link --input large/corpus.jsonl --output disk/out.npy
  check 'full disk: train' 1 'disk' "${train[@]}" --out disk/out --collection sound --steps 2 "${run[@]}"
  umount "$disk" && mount -t tmpfs -o size=800k tmpfs "$disk"
  whole=yes # the state that was saved before stays
  check 'full disk: train, at a later save' 1 'disk' "${train[@]}" --out disk/out --collection sound --steps 3 "${run[@]}"
  mount -o remount,size=8m "$disk"
  if (cd "$work" && "$root/scimult" train --resume disk/out) >/dev/null 2>&1; then
    echo 'ok    full disk: with more room the run goes on'
    passed=$((passed + 1))
  else
    echo 'FAIL  full disk: with more room the run does not go on'
    failed=$((failed + 1))
  fi
else
  failed=$((failed + 1))
  echo 'FAIL  full disk: not checked, since mounting a tmpfs needs root'
fi

printf '%d cases hold, %d fail\n' $passed $failed
[ $failed = 0 ]
