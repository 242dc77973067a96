#!/usr/bin/env bash
# Builds this commit twice, in two folders and under different circumstances, and compares what comes out byte by byte:
# every jar with classes, sources and Javadoc, every POM, and the archive of the distribution.
#
#   bench/reproducible.sh           takes a few minutes; what has not been committed is left out
#
# Exits with 1 where anything differs; both folders are kept then.
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d "${TMPDIR:-/tmp}/reproducible.XXXXXX")

# Builds the commit in folder $1.
build() {
  mkdir -p "$1"
  git archive HEAD | tar --no-same-permissions -xf - -C "$1"
  "$1/scimult" package
  "$1/scimult" package --central
}

(
  umask 022
  export TZ=UTC LC_ALL=C.UTF-8
  build "$place/first"
)
(
  umask 002 # one that takes reading away from others, such as 077, would show in the jars
  export TZ=Asia/Kolkata LC_ALL=C
  build "$place/second/with another name"
)

# The checksums of what was made in folder $1.
made() {
  (cd "$1/dist" && find . -type f \( -name '*.jar' -o -name '*.pom' -o -name '*.tar.gz' \) -exec cksum {} + | sort -k 3)
}

made "$place/first" >"$place/first.txt"
made "$place/second/with another name" >"$place/second.txt"
if ! diff "$place/first.txt" "$place/second.txt"; then
  echo "not reproducible: the files above differ; both builds are kept in $place" >&2
  exit 1
fi
echo "reproducible: $(wc -l <"$place/first.txt") files are the same, byte for byte"
rm -rf "$place"
