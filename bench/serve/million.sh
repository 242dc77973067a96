#!/usr/bin/env bash
# One million papers in an index: time, size and memory of making it in a heap of two gigabytes, how much of what is nearest it finds, and
# how long a search takes, before and after ten thousand papers were changed one at a time.
#
#   bench/serve/million.sh [PAPERS [FOLDER [MODEL]]]    1000000, a temporary folder, the tests' tiny BERT with random weights
#
# It is the index that is measured, not the model, so a small one with random weights will do. Needs about 8 GB of disk. Written for Linux.
# The heap is SCIMULT_JAVA_OPTS, -Xmx2g where nothing is set. A FOLDER that an earlier run filled is only measured again, after ten thousand
# further changes; CHANGES_SEED draws others (1).
set -u
papers=${1:-1000000}
root=$(cd "$(dirname "$0")/../.." && pwd)
model=${3:-$root/encoder/src/test/resources/golden/tiny-bert}
. "$root/bench/stage.sh"
java_kind=JDK
. "$root/packaging/launcher/java.sh"
find_java
prepare 2g "${2-}"

printf '%d papers, %s\n' "$papers" "$SCIMULT_JAVA_OPTS"
if [ ! -d "$folder/index" ]; then
  stage generate generate --papers "$papers" --words 200 --out "$folder/collection"
  stage index index --collection "$folder/collection" --model "$model" --out "$folder/index"
  tr '\r' '\n' <"$folder/index.log" | grep -v '^indexing:'
fi
du -sm "$folder/index" | awk '{ print "the index holds", $1, "MB" }'
stage check index --out "$folder/index" --check
tail -n 4 "$folder/check.log"
port=$((20000 + RANDOM % 20000))
"$root/scimult" serve "$folder/index" --port $port >"$folder/serve.log" 2>&1 &
server=$!
for _ in $(seq 600); do
  curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null && break
  sleep 0.1
done
searches() {
  printf '%s: ' "$1"
  curl -s "http://127.0.0.1:$port/metrics" | awk '/^scimult_index_(segments|deleted)[ {]/ { printf "%s %d  ", $1, $NF }'
  "$java_home/bin/java" "$root/bench/serve/Load.java" "http://127.0.0.1:$port" --clients 1 --seconds 30
}
"$java_home/bin/java" "$root/bench/serve/Load.java" "http://127.0.0.1:$port" --clients 1 --seconds 20 >/dev/null # to warm up
searches before
"$root/bench/serve/updates.py" "http://127.0.0.1:$port" "$folder/collection/corpus.jsonl" --count 10000 --seed "${CHANGES_SEED:-1}"
status=$?
searches "after the changes"
awk '/VmHWM/ { print "the server took at most", int($2 / 1024), "MB" }' "/proc/$server/status"
kill $server
wait $server
exit $status
