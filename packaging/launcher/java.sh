# shellcheck shell=bash disable=SC2034,SC2154
# Finds a Java. Sourced by the launcher of a checkout and by that of a distribution.
#
# Whoever sources this sets
#   java_kind      JDK where javac is needed as well, Java where a run-time environment will do
#   bundled_java   the folder of a Java that comes along and goes before all but the user's choice; may be empty
#
# Written for bash 3.2, which is what macOS has.

minimum_java=25
sound_java=25.0.3 # the first of version 25 without JDK-8377811

say() { printf 'scimult: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

# The file that the links $1 lead to.
follow_links() {
  local file=$1 target
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case $target in
      /*) file=$target ;;
      *) file=$(dirname "$file")/$target ;;
    esac
  done
  printf '%s\n' "$file"
}

# Sets java_number to the version of the Java in folder $1 (empty: none there), java_version to the first part of
# it and java_release to its full name. Reads the file that every Java carries: starting each one would take too
# long. False where that Java will not do.
read_java_version() {
  local key value
  java_number='' java_version=0 java_release=''
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  [ "$java_kind" != JDK ] || [ -x "$1/bin/javac" ] || return 1
  while IFS='=' read -r key value; do
    value=${value#\"}
    value=${value%$'\r'}
    value=${value%\"}
    case $key in
      JAVA_VERSION)
        java_number=$value
        java_version=${value%%[!0-9]*}
        java_release=$java_release$value-
        ;;
      IMPLEMENTOR | JAVA_RUNTIME_VERSION | OS_ARCH) java_release=$java_release$value- ;;
    esac
  done <"$1/release"
  java_release=${java_release//[!A-Za-z0-9.+-]/_}
  [ "${java_version:-0}" -ge "$minimum_java" ] && ! corrupts_memory "$java_number"
}

# True for the versions with JDK-8377811. It needs the G1 collector, which SCIMULT_JAVA_OPTS may choose; what it
# does to a model's numbers nobody would notice.
corrupts_memory() {
  case $1 in
    25 | 25.0 | 25.0.[012] | 25.0.[012][!0-9]*) return 0 ;;
  esac
  return 1
}

# The folder of the Java whose command is on the PATH, if any.
java_on_path() {
  local java
  java=$(command -v java) || return 1
  dirname "$(dirname "$(follow_links "$java")")"
}

# Where Javas usually lie, one folder a line. Tests put other folders in their place.
usual_java_folders() {
  printf '%s\n' /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec
}

# Sets java_home, java_number, java_version and java_release, or ends with advice. What the user chose comes first; of
# the Javas lying about, the oldest that will do, which is nearest to the one that the project is tested with.
find_java() {
  corrupt_java='' corrupt_number=''
  if [ -n "${SCIMULT_JAVA_HOME-}" ]; then
    java_home=$SCIMULT_JAVA_HOME
    read_java_version "$java_home" || refuse_chosen_java
    return
  fi
  java_home=''
  find_named_java || find_usual_java
  [ -n "$java_home" ] || no_java
  read_java_version "$java_home"
}

# Sets java_home to the bundled Java, that of JAVA_HOME or that of the PATH: the first that will do.
find_named_java() {
  local home
  for home in "${bundled_java-}" "${JAVA_HOME-}" "$(java_on_path)"; do
    [ -n "$home" ] && fits "$home" && java_home=$home && return
  done
  return 1
}

# Sets java_home to the oldest Java of the usual folders that will do.
find_usual_java() {
  local home oldest=9999
  while IFS= read -r home; do
    if fits "$home" && [ "$java_version" -lt "$oldest" ]; then
      java_home=$home oldest=$java_version
    fi
  done <<FOLDERS
$(usual_java_folders)
FOLDERS
}

# True where the Java in folder $1 will do. Remembers for the advice the first one that is new enough and unsound.
fits() {
  read_java_version "$1" && return
  if [ -z "$corrupt_java" ] && corrupts_memory "$java_number"; then
    corrupt_java=$1 corrupt_number=$java_number
  fi
  return 1
}

why_corrupt() {
  printf '%s' 'Java 25.0.0 to 25.0.2 can overwrite memory that native code works on (JDK-8377811, with the G1' \
    ' collector), and this program computes in native code.'
}

needed_command() {
  if [ "$java_kind" = JDK ]; then echo bin/javac; else echo bin/java; fi
}

refuse_chosen_java() {
  if corrupts_memory "$java_number"; then
    die "SCIMULT_JAVA_HOME is $java_home, which holds Java $java_number. $(why_corrupt)" \
      "Install $sound_java or later and set SCIMULT_JAVA_HOME to its folder, or unset it."
  fi
  die "SCIMULT_JAVA_HOME is $java_home, where there is no $java_kind $sound_java or later" \
    "(found: ${java_number:-none}). Set it to a ${java_kind}'s folder, the one that holds $(needed_command)," \
    "or unset it."
}

no_java() {
  [ -z "$corrupt_java" ] || say "Java $corrupt_number in $corrupt_java is not used. $(why_corrupt)"
  cat >&2 <<ADVICE
scimult: a $java_kind $sound_java or later is needed, and none was found in SCIMULT_JAVA_HOME, JAVA_HOME, PATH,
/usr/lib/jvm, SDKMAN, Homebrew or the other usual places. Install one:
  any system      https://adoptium.net/temurin/releases/?version=$minimum_java
  SDKMAN          sdk install java $sound_java-tem
  macOS           brew install --cask temurin@$minimum_java
  Debian, Ubuntu  apt install openjdk-$minimum_java-jdk
  Fedora          dnf install java-$minimum_java-openjdk-devel
or, where you have one elsewhere, set SCIMULT_JAVA_HOME to its folder (the one that holds $(needed_command)).
ADVICE
  exit 1
}
