# shellcheck shell=bash disable=SC2034,SC2154
# Makes an OCI image by packaging/image/Dockerfile. Sourced by package.sh.
#
# Written for bash 3.2, which is what macOS has.

make_image() {
  local engine
  engine=$(container_engine) || die "an image is built by Docker or Podman, and neither answers here. Install or" \
    "start one: 'docker info' or 'podman info' has to work"
  "$engine" build --file "$root/packaging/image/Dockerfile" --tag "scimult:$version" "$root" ||
    die "$engine could not build the image"
  say "made the image scimult:$version; try it: $engine run --rm scimult:$version --version"
}

# The first engine that is installed and running.
container_engine() {
  local engine
  for engine in docker podman; do
    "$engine" info >/dev/null 2>&1 && printf '%s\n' "$engine" && return
  done
  return 1
}
