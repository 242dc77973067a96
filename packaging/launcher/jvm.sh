# shellcheck shell=bash disable=SC2034,SC2154
# What the JVM is started with. Sourced by the launcher of a checkout and by that of a distribution, after java.sh,
# which finds the Java (java_home). The launcher sets
#   class_path     the jars
#   crash_folder   where the JVM leaves a note should it crash; empty for the JVM's own choice
#
# Written for bash 3.2, which is what macOS has.

main_class=io.github.scimult.app.Main

# Sets java_options and the environment, both of which must stand before the JVM starts.
prepare_java() {
  local collector=-XX:+UseSerialGC # libtorch does the work and takes the cores; a small heap is all we need
  case " ${SCIMULT_JAVA_OPTS-} " in
    *' -XX:+Use'*GC' '*) collector=-XX:+IgnoreUnrecognizedVMOptions ;;
  esac
  java_options=(
    "$collector"
    -XX:+IgnoreUnrecognizedVMOptions
    --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow
    # JavaCPP would stop at four times the heap, and count mapped files among it: tensors lie outside the heap.
    -Dorg.bytedeco.javacpp.maxBytes=0
    -Dorg.bytedeco.javacpp.maxPhysicalBytes=0
    # Java would ask the system for the home, and not the environment; libraries unpack what is native there.
    "-Duser.home=$HOME"
  )
  prepare_temporary_folder
  [ -z "$crash_folder" ] || java_options+=("-XX:ErrorFile=$crash_folder/hs_err_pid%p.log")
  prepare_allocator
  # Without a locale that says so, Java would take file names to be ASCII.
  case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
    '' | C | POSIX) [ "$(uname -s)" = Darwin ] || export LC_ALL=C.UTF-8 ;;
  esac
}

# What only a running command needs lies where the user says; Java would not look at TMPDIR.
prepare_temporary_folder() {
  local folder=${SCIMULT_TMP-}
  if [ -n "$folder" ]; then
    { [ -d "$folder" ] && [ -w "$folder" ]; } ||
      die "SCIMULT_TMP is $folder, which is no folder that can be written to: make it, or name another"
  else
    folder=${TMPDIR-}
    { [ -d "$folder" ] && [ -w "$folder" ]; } || return 0
  fi
  java_options+=("-Djava.io.tmpdir=$folder")
}

# glibc would give the large blocks of each training step back to the kernel and fetch them, page by page and
# cleared, in the next. These keep them, in an arena for each of the few threads that compute (what is above 64 MB
# goes to the first): page faults go down to a tenth. Larger caches of small blocks (tcache_count) would keep the
# rests beside aligned blocks from being joined: memory then grows without end. Other C libraries do not read these.
prepare_allocator() {
  export MALLOC_MMAP_MAX_="${MALLOC_MMAP_MAX_-0}"
  export MALLOC_TRIM_THRESHOLD_="${MALLOC_TRIM_THRESHOLD_-17179869184}"
  export MALLOC_TOP_PAD_="${MALLOC_TOP_PAD_-67108864}"
  export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX-4}"
}

# Uses file $1 as a cache of loaded and linked classes, one for each build and Java: it saves half of the start. Made
# where it is missing and its folder can be written to; without one, all goes on as well.
prepare_cache() {
  local cache=$1
  if [ ! -e "$cache" ] && [ -w "$(dirname "$cache")" ]; then
    "$java_home/bin/java" "${java_options[@]}" -XX:AOTCacheOutput="$cache.$$" -cp "$class_path" $main_class --help \
      </dev/null >/dev/null 2>&1
    mv "$cache.$$" "$cache" 2>/dev/null || : 2>/dev/null >"$cache"
    rm -f "$cache.$$.config"
  fi
  [ ! -s "$cache" ] || java_options+=("-XX:AOTCache=$cache" '-Xlog:aot*=off,cds*=off')
}

# How this script was called, for messages that say what to type next: by name alone where the PATH leads to it.
called_as() {
  local name=${0##*/}
  if [ "$(command -v "$name")" = "$0" ]; then printf '%s' "$name"; else printf '%s' "$0"; fi
}

# Becomes the program, called with $@.
start_java() {
  java_options+=("-Dscimult.command=$(called_as)")
  # A server without memory ends, and whoever runs it starts it anew; it would else live on and answer by halves.
  [ "${1-}" != serve ] || java_options+=(-XX:+ExitOnOutOfMemoryError)
  # Unquoted on purpose: SCIMULT_JAVA_OPTS holds several options.
  # shellcheck disable=SC2086
  exec "$java_home/bin/java" "${java_options[@]}" ${SCIMULT_JAVA_OPTS-} -cp "$class_path" $main_class "$@"
}
