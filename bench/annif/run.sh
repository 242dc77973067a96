#!/usr/bin/env bash
# Label suggestion beside Annif: both learn from train of a collection, both are measured on the same papers of dev.
#
#   bench/annif/run.sh COLLECTION [FOLDER]      FOLDER keeps what is made (default: a temporary folder)
#
# Annif gets a virtual environment of its own, which needs Python 3.10 to 3.13 and a registry of packages; SCIMULT_PYTHON names
# another Python than python3. Prints a table in Markdown. A collection of 3,000 papers and 2,300 labels took a quarter
# of an hour on two cores; a step that FOLDER has the results of is not done again.
#
# Annif: tfidf, mllm (learned from 2,000 papers), Omikuji's Bonsai with word pairs, as its wiki sets them; ensembles of equal
# weights; an ensemble whose weights were fitted on the other half of dev, by nDCG@10. SciMult: an index of the bundled model, which
# looks at no paper of dev; ARGUMENTS for another model are SCIMULT_INDEX_ARGUMENTS, such as "--model folder".
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
collection=${1:-}
if [ ! -f "$collection/corpus.jsonl" ]; then
  echo "run.sh: the first argument must name a folder with corpus.jsonl, not '$collection'" >&2
  exit 2
fi
collection=$(cd "$collection" && pwd)
if [ $# -ge 2 ]; then
  mkdir -p "$2"
  folder=$(cd "$2" && pwd)
else
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi

# A step is done once: what it does goes into its log, which a failure shows.
step() {
  name=$1
  shift
  [ -e "$folder/$name.done" ] && return
  echo "$(date +%T) $name" >&2
  start=$SECONDS
  if ! "$@" >"$folder/$name.log" 2>&1; then
    tail -20 "$folder/$name.log" >&2
    echo "run.sh: $name failed; all it said is in $folder/$name.log" >&2
    trap - EXIT
    exit 1
  fi
  echo $((SECONDS - start)) >"$folder/$name.done"
}

environment() {
  "${SCIMULT_PYTHON:-python3}" -m venv "$folder/venv"
  "$folder/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
}

export NLTK_DATA=$folder/nltk ANNIF_DATADIR=$folder/data ANNIF_PROJECTS=$folder/projects.cfg
annif() { "$folder/venv/bin/annif" "$@"; }
python() { "$folder/venv/bin/python" "$@"; }

# Of the papers whose weights are fitted, and of those that are measured.
suggest() {
  for half in fit measure; do
    annif index --force --limit 1000 --output "$folder/$1-$half.jsonl" "$1" "$folder/$half.jsonl"
  done
}

weigh() {
  sources=$(python "$here/measure.py" fit "$folder")
  printf '\n[ensfit]\nname=The three, fitted\nbackend=ensemble\nsources=%s\n' "$sources" >>"$folder/projects.cfg"
}

scimult_tags() {
  # shellcheck disable=SC2086
  "$root/scimult" index --collection "$collection" --splits train --out "$folder/index" ${SCIMULT_INDEX_ARGUMENTS:-}
  "$root/scimult" evaluate --collection "$collection" --split dev --index "$folder/index" --tasks classification \
    --out "$folder/report"
}

step environment environment
step tables python "$here/export.py" tables "$folder/nltk"
step export python "$here/export.py" collection "$collection" "$folder"
[ -e "$folder/projects.cfg" ] || cp "$here/projects.cfg" "$folder/projects.cfg"
step vocabulary annif load-vocab labels "$folder/labels.ttl"
step train-tfidf annif train tfidf "$folder/train.jsonl"
step train-mllm annif train mllm "$folder/train-mllm.jsonl"
step train-bonsai annif train bonsai "$folder/train.jsonl"
for project in tfidf mllm bonsai ens ens2; do
  step "suggest-$project" suggest "$project"
done
step weigh weigh
step suggest-ensfit suggest ensfit
step scimult scimult_tags
python "$here/measure.py" table "$folder"
