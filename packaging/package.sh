# shellcheck shell=bash disable=SC2034,SC2154
# ./scimult package: what is handed on. Sourced by the checkout's launcher for this command alone.
#
# Written for bash 3.2, which is what macOS has.

dist=$root/dist
# The first version in the POM is the project's own.
version=$(sed -n 's|^ *<version>\(.*\)</version>.*|\1|p' "$root/pom.xml" | head -n 1)
name=scimult-$version

# shellcheck source=packaging/distribution.sh
. "$root/packaging/distribution.sh" || exit 1
# shellcheck source=packaging/image.sh
. "$root/packaging/image.sh" || exit 1
# shellcheck source=packaging/central.sh
. "$root/packaging/central.sh" || exit 1
# shellcheck source=packaging/site.sh
. "$root/packaging/site.sh" || exit 1

package() {
  local with_java='' image='' central='' site='' option
  for option in "$@"; do
    case $option in
      --with-java) with_java=yes ;;
      --image) image=yes ;;
      --central) central=yes ;;
      --site) site=yes ;;
      *) refuse_option "$option" ;;
    esac
  done
  [ -z "$image$central$site" ] || [ -z "$with_java" ] || die "--with-java goes with neither --image, which always has a" \
    "Java inside, nor --central and --site, which have no program: leave it out"
  [ -z "$image" ] || make_image
  [ -z "$central" ] || make_central_bundle
  [ -z "$site" ] || make_site
  [ -n "$image$central$site" ] || make_distribution "$with_java"
}

refuse_option() {
  say "package: unknown option $1. What there is:"
  cat >&2 <<'USAGE'
  ./scimult package               dist/scimult-VERSION and its .tar.gz, which need a Java where they run
  ./scimult package --with-java   the same with a Java inside
  ./scimult package --image       an OCI image, built by Docker or Podman
  ./scimult package --central     the bundle that Maven Central takes
  ./scimult package --site        the documentation as a site, dist/site, with the Javadoc
USAGE
  exit 2
}
