# shellcheck shell=bash disable=SC2034,SC2154
# Makes a distribution: a folder that runs wherever it lies, and the same as an archive. Sourced by package.sh.
#
# Written for bash 3.2, which is what macOS has.

# What of Java a distribution with one brings: all of Java SE, and beside it
#   jdk.charsets             files in other encodings than Unicode and Latin
#   jdk.incubator.vector     Lucene's vector instructions, where SCIMULT_JAVA_OPTS turns them on
#   jdk.jcmd, jdk.jfr        looking into a running server
#   jdk.management           how much memory the machine or the container has
#   jdk.unsupported          JavaCPP, Protocol Buffers
#   jdk.zipfs                archives as folders
java_modules=java.se,jdk.charsets,jdk.incubator.vector,jdk.jcmd,jdk.jfr,jdk.management,jdk.unsupported,jdk.zipfs

# Makes $dist/$name and $dist/$name.tar.gz of the current build; with a Java inside where $1 is not empty.
make_distribution() {
  build_where_needed
  staging=$dist/.staging.$$
  mkdir -p "$staging" || die "cannot write to $dist"
  trap 'rm -rf "$staging"' EXIT
  lay_out "$staging/$name" "$class_path"
  [ -z "$1" ] || link_java "$staging/$name/java"
  same_time_for_all "$staging/$name"
  pack "$staging" "$staging/$name.tar.gz"
  try_start "$staging/$name"
  rm -rf "${dist:?}/$name"
  mv "$staging/$name" "$staging/$name.tar.gz" "$dist/" || die "cannot write to $dist"
  say "made $dist/$name and $dist/$name.tar.gz ($(du -sk "$dist/$name" | cut -f 1) kB unpacked)"
}

# Lays out a distribution in folder $1: the jars of class path $2, the launcher, and what has to go with them.
lay_out() {
  local folder=$1 jar
  umask 022
  mkdir -p "$folder/bin" "$folder/lib/launcher" || die "cannot write to $folder"
  while IFS= read -r jar; do
    add_jar "$folder/lib" "$jar"
  done <<JARS
$(printf '%s\n' "$2" | tr ':' '\n')
JARS
  add_file distribution/scimult "$folder/bin" 755
  add_file launcher/java.sh "$folder/lib/launcher" 644
  add_file launcher/jvm.sh "$folder/lib/launcher" 644
  add_file ../LICENSE "$folder" 644
  add_file ../NOTICE "$folder" 644
  sed "s/@version@/$version/g; s/@platform@/$(uname -sm)/g" "$root/packaging/distribution/README.md" \
    >"$folder/README.md" || die "cannot write to $folder"
}

# Copies file $1 of the project into folder $2, with permissions $3.
add_file() {
  local copy=$2/${1##*/}
  cp "$root/packaging/$1" "$copy" || die "cannot copy $root/packaging/$1 to $2"
  chmod "$3" "$copy"
}

# Copies jar $2 into folder $1 and notes it there: SHA256SUMS is what the jars are checked by, and the class path.
add_jar() {
  local file=${2##*/}
  [ ! -e "$1/$file" ] || die "two jars are called $file, and a distribution has one folder for all of them"
  cp "$2" "$1/" || die "cannot copy $2 to $1"
  chmod 644 "$1/$file"
  (cd "$1" && sha256 "$file" >>SHA256SUMS) || die "cannot write to $1/SHA256SUMS"
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

# Puts a Java with the modules that are needed into folder $1.
link_java() {
  say "linking a Java $java_number of what is needed"
  "$java_home/bin/jlink" --add-modules "$java_modules" --no-header-files --no-man-pages --compress zip-6 \
    --output "$1" 2>&1 | grep -v 'incubator modules' >&2
  [ -x "$1/bin/java" ] || die "jlink of the JDK in $java_home made no Java; take another JDK (SCIMULT_JAVA_HOME)"
}

# One time for every file, that of the build, so that the same commit makes the same archive.
same_time_for_all() {
  local time
  time=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\):..Z<.*|\1|p' "$root/pom.xml" | tr -d 'T:-')
  find "$1" -exec env TZ=UTC touch -h -t "$time" {} +
}

# Packs $name of folder $1 into archive $2, in an order and with owners that do not depend on the machine.
pack() {
  local owner
  if tar --version 2>/dev/null | grep -q GNU; then
    owner='--owner=0 --group=0 --numeric-owner --format=ustar'
  else
    owner='--uid 0 --gid 0 --uname= --gname= --format ustar'
  fi
  # shellcheck disable=SC2086
  (cd "$1" && find "$name" | LC_ALL=C sort | tar $owner --no-recursion -cf - -T - | gzip -n && exit "${PIPESTATUS[2]}") \
    >"$2" || die "cannot write $2"
}

# What does not even start is not handed on.
try_start() {
  local java=''
  [ -d "$1/java" ] || java=$java_home
  SCIMULT_JAVA_HOME=$java SCIMULT_CACHE='' "$1/bin/scimult" --version >/dev/null ||
    die "the distribution does not start, and so was not kept"
}
