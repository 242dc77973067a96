#!/usr/bin/env bash
# Kills a server with -9 while papers are put into its index, again and again, and looks whether every paper that was acknowledged is there.
#
#   bench/serve/kill.sh INDEX [--rounds 20]
#
# Works on a copy of the index. Ends with 1 if one is missing, or the index does not open.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
index=$1
rounds=20
[ "${2:-}" = --rounds ] && rounds=$3
work=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
server=
trap '[ -z "$server" ] || kill -9 -- -"$server" 2>/dev/null; rm -rf "$work"' EXIT
cp -r "$index" "$work/index"
: >"$work/acknowledged"

start() {
  setsid "$root/scimult" serve "$work/index" --port $port >"$work/log" 2>&1 &
  server=$!
  for _ in $(seq 300); do
    curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null && return
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  echo "kill.sh: the server did not start:" >&2
  cat "$work/log" >&2
  exit 1
}

put() {
  local round=$1 number=0
  while :; do
    number=$((number + 1))
    curl -sf -X PUT "http://127.0.0.1:$port/api/papers" -o /dev/null \
      -d "{\"_id\": \"k$round-$number\", \"title\": \"Paper $number of round $round\", \"text\": \"Words.\"}" || return 0
    echo "k$round-$number" >>"$work/acknowledged"
  done
}

for round in $(seq "$rounds"); do
  start
  put "$round" &
  putting=$!
  sleep "$((1 + RANDOM % 3)).$((RANDOM % 10))"
  kill -9 -- -"$server"
  wait "$putting" || true
  wait "$server" 2>/dev/null || true
done

start
missing=0
while read -r id; do
  curl -sf "http://127.0.0.1:$port/api/papers/$id" >/dev/null || {
    echo "missing: $id"
    missing=$((missing + 1))
  }
done <"$work/acknowledged"
echo "$rounds kills, $(wc -l <"$work/acknowledged") papers acknowledged, $missing missing"
[ "$missing" = 0 ]
