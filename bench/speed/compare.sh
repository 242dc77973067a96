#!/usr/bin/env bash
# Compares our speed with that of sentence-transformers: the same job, both programs in turn, several times.
#
#   bench/speed/compare.sh --collection DIR [--rounds 2] [--steps 20] [--texts 2000] [--job train|embed]
#                         [--attention-dropout 0.1] [--float32-only] [--python FILE] [--out FILE]
#
# --job does one half alone. --attention-dropout is that of both programs; 0.1 is the peer's default, ours is 0, and 0.1 on
# hidden states is that of both. --float32-only leaves out bfloat16, which takes many times as long where the processor has no instructions for it.
# --python names the Python that has what requirements.txt lists (default: python3). Every run's figures go into
# --out (default: speed.jsonl in the current folder, replaced); the table of medians is printed at the end.
# A round of 20 steps and 2,000 texts took 27 minutes on two cores; nothing else should run meanwhile.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
collection='' job=both attention_dropout=0.1 rounds=2 steps=20 texts=2000 python=python3 out=speed.jsonl bfloat16=yes
while [ $# -gt 0 ]; do
  case $1 in
    --collection) collection=$2 ;;
    --job) job=$2 ;;
    --attention-dropout) attention_dropout=$2 ;;
    --rounds) rounds=$2 ;;
    --steps) steps=$2 ;;
    --texts) texts=$2 ;;
    --float32-only)
      bfloat16=''
      shift
      continue
      ;;
    --python) python=$2 ;;
    --out) out=$2 ;;
    *)
      sed -n '2,13s/^# \{0,1\}//p' "$0" >&2
      exit 2
      ;;
  esac
  shift 2
done
if [ ! -f "$collection/corpus.jsonl" ]; then
  echo "compare.sh: --collection must name a folder with corpus.jsonl, not '$collection'" >&2
  exit 2
fi

# Settings that a machine may carry for one of the programs' libraries would decide the comparison: none for either.
for name in $(compgen -e | grep -E '^(OPENBLAS|MKL|OMP|KMP|DNNL|ONEDNN|ATEN|MALLOC|GLIBC_TUNABLES|LD_PRELOAD)' || true); do
  unset "$name"
done
export HF_HUB_OFFLINE=1

# What our launcher sets for ourselves.
allocator=(env MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=17179869184 MALLOC_TOP_PAD_=67108864 MALLOC_ARENA_MAX=4)
same_dropout=(--hidden-dropout 0.1 --attention-dropout "$attention_dropout")

# record NAME JOB COMMAND...: runs the command and appends its figures under the name.
record() {
  local name=$1 job=$2 figures
  shift 2
  printf '%s %s: %s\n' "$(date +%T)" "$job" "$name" >&2
  figures=$("$@" 2>>"$out.log")
  printf '{"system": "%s", "job": "%s", "load": %s, "figures": %s}\n' \
    "$name" "$job" "$(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo 0)" "$figures" >>"$out"
}

peer() {
  local job=$1
  shift
  "$python" "$here/sentence_transformers_speed.py" --collection "$collection" --job "$job" --steps "$steps" \
    --texts "$texts" "$@"
}

ours() {
  "$root/scimult" benchmark --collection "$collection" --job "$1" --steps "$steps" --texts "$texts" "${@:2}"
}

with_allocator() {
  "${allocator[@]}" "$python" "$here/sentence_transformers_speed.py" --collection "$collection" --job "$1" \
    --steps "$steps" --texts "$texts" "${@:2}"
}

: >"$out"
: >"$out.log"
"$root/scimult" --version >/dev/null # builds, where that is due
train() {
  record 'scimult' train ours train "${same_dropout[@]}"
  record 'defaults' train peer train "${same_dropout[@]}"
  record 'allocator' train with_allocator train "${same_dropout[@]}"
  record 'scimult' train ours train "${same_dropout[@]}"
  if [ -n "$bfloat16" ]; then
    record 'autocast' train peer train --precision autocast "${same_dropout[@]}"
    record 'bfloat16' train peer train --precision bfloat16 "${same_dropout[@]}"
    record 'autocast, allocator' train with_allocator train --precision autocast "${same_dropout[@]}"
    record 'bfloat16, allocator' train with_allocator train --precision bfloat16 "${same_dropout[@]}"
    record 'bfloat16, allocator, eager attention' train \
      with_allocator train --precision bfloat16 --attention eager "${same_dropout[@]}"
    record 'scimult' train ours train "${same_dropout[@]}"
  fi
}

embed() {
  record 'scimult' embed ours embed
  record 'defaults' embed peer embed
  record 'allocator' embed with_allocator embed
  record 'scimult' embed ours embed
  if [ -n "$bfloat16" ]; then
    record 'bfloat16' embed peer embed --precision bfloat16
    record 'autocast' embed peer embed --precision autocast
    record 'bfloat16, allocator' embed with_allocator embed --precision bfloat16
  fi
}

for ((round = 1; round <= rounds; round++)); do
  [ "$job" = embed ] || train
  [ "$job" = train ] || embed
done
"$python" "$here/table.py" "$out"
