#!/usr/bin/env bash
# Tries a distribution as its users would: copied to a path with blanks, read-only, called from another folder, with an
# empty home. Trains, evaluates, indexes, reads compressed files, exports, serves over HTTP and TLS, and checks in the
# end that nothing was written into the distribution.
#
#   packaging/try-distribution.sh dist/scimult-0.1.0        a few minutes on two cores; needs curl
#
# Java is the one inside, else that of SCIMULT_JAVA_HOME, JAVA_HOME or the PATH.
set -euo pipefail
if [ $# != 1 ] || [ ! -x "$1/bin/scimult" ]; then
  echo 'usage: packaging/try-distribution.sh FOLDER' >&2
  exit 2
fi
place=$(mktemp -d "${TMPDIR:-/tmp}/try distribution.XXXXXX")
home=$place/home
server=''
trap '[ -z "$server" ] || kill "$server"; chmod -R u+w "$place"; rm -rf "$place"' EXIT
mkdir "$home" "$place/work"
cp -R "$1" "$place/a distribution"
root="$place/a distribution"
chmod -R a-w "$root"
java=${SCIMULT_JAVA_HOME:-${JAVA_HOME-}}
[ ! -d "$root/java" ] || java=$root/java
cd "$place/work"

step() { printf '\n== %s\n' "$*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
state() { (cd "$root" && find . -type f -exec cksum {} + | sort -k 3); }

# The program with an environment of its own.
scimult() {
  env -i PATH=/usr/local/bin:/usr/bin:/bin HOME="$home" SCIMULT_JAVA_HOME="$java" ${TLS+SCIMULT_TLS_PASSWORD="$TLS"} \
    "$root/bin/scimult" "$@"
}

# Serves the index with further options $@ until a request to it has been answered.
serve() {
  local answer
  scimult serve quickstart/library --port 0 "$@" >serve.log 2>&1 &
  server=$!
  for _ in $(seq 120); do
    address=$(sed -n 's|^serving .* at \([a-z]*://[^ ]*\)/ .*|\1|p' serve.log)
    [ -z "$address" ] || break
    sleep 0.5
  done
  [ -n "$address" ] || { cat serve.log >&2; fail 'the server did not start'; }
  [ "$(curl -ksS -o ready.json -w '%{http_code}' "$address/health/ready")" = 200 ] || fail "not ready: $(cat ready.json)"
  answer=$(curl -kfsS "$address/api/search?q=drawing+large+graphs&top=1")
  case $answer in *title*) ;; *) fail "no paper in the answer: $answer" ;; esac
  curl -kfsS "$address/" | grep -qi '<html' || fail 'no page'
  echo "answered at $address"
  kill "$server"
  wait "$server" || true
  server=''
}

state >"$place/before"
step 'version and help'
scimult --version
scimult --help >help.txt
step 'quick start: training, evaluation, index'
scimult quickstart --minutes 0.2 >quickstart.log || { tail quickstart.log; fail 'quickstart'; }
tail -n 1 quickstart.log
step 'two steps of training'
scimult train --collection quickstart/sample --out two-steps --steps 2 >train.log || { tail train.log; fail 'train'; }
step 'compressed files'
gzip -k quickstart/sample/corpus.jsonl
mkdir packed
cp -R quickstart/sample/. packed/
rm packed/corpus.jsonl
scimult validate --collection packed >validate.log || { tail validate.log; fail 'validate'; }
step 'search, vectors, export'
scimult search quickstart/library 'drawing large graphs' --top 1 | grep . >/dev/null || fail 'search'
scimult embed --model quickstart/model --task link --input quickstart/sample/corpus.jsonl --output vectors.npy 2>embed.log ||
  { tail embed.log; fail 'embed'; }
scimult export --help >/dev/null
step 'HTTP'
serve
step 'TLS'
"$java/bin/keytool" -genkeypair -alias try -keyalg EC -dname CN=localhost -storetype PKCS12 -keystore try.p12 \
  -storepass secret -validity 2 2>/dev/null
TLS=secret serve --tls try.p12
case $address in https:*) ;; *) fail "not TLS: $address" ;; esac
step 'the distribution is as it was'
state | diff "$place/before" - || fail 'files of the distribution have changed, see above'
find "$root" -newer "$place/before" | grep . && fail 'files of the distribution were touched, see above'
echo "nothing was written into it; into the home: $(cd "$home" && find . -mindepth 1 -maxdepth 2 | sort | tr '\n' ' ')"
