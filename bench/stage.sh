# For scripts about sizes, which set root (the project) and read this file.

# prepare HEAP [FOLDER]: sets folder, for data and logs, a temporary one that is removed afterwards where none is given, and the
# heap, unless SCIMULT_JAVA_OPTS is set; and builds, so that the build is not timed.
prepare() {
  if [ -n "${2-}" ]; then
    folder=$2
    mkdir -p "$folder"
  else
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
  fi
  export SCIMULT_JAVA_OPTS="${SCIMULT_JAVA_OPTS--Xmx$1}"
  "$root/scimult" --version >/dev/null || exit 1
}

# stage NAME COMMAND...: runs a command, prints its time and its largest memory.
stage() {
  local name=$1 started ended peak=0 now process status
  shift
  started=$(date +%s%N)
  "$root/scimult" "$@" >"$folder/$name.log" 2>&1 &
  process=$!
  while kill -0 $process 2>/dev/null; do
    now=$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$process/status" 2>/dev/null)
    [ "${now:-0}" -le $peak ] || peak=$now
    sleep 0.2
  done
  wait $process
  status=$?
  ended=$(date +%s%N)
  if [ $status != 0 ]; then
    printf '%-12s FAILED with exit code %d\n' "$name" $status
    tr '\r' '\n' <"$folder/$name.log" | tail -n 20
    exit 1
  fi
  printf '%-12s %7.1f s   at most %5d MB\n' "$name" "$(awk "BEGIN { print ($ended - $started) / 1e9 }")" $peak
}
