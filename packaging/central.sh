# shellcheck shell=bash disable=SC2034,SC2154
# Makes the bundle that Maven Central takes: jars, sources, Javadoc and POMs with checksums and signatures. Sourced
# by package.sh.
#
# Environment:
#   SCIMULT_SIGNING_KEY   the key, as gpg knows it, to sign with; without it the bundle is not signed
#
# Written for bash 3.2, which is what macOS has.

make_central_bundle() {
  local bundle=$dist/$name-central
  lock # no other build at the same time
  rm -rf "$bundle" "$bundle.zip"
  say "building jars, sources and Javadoc for Maven Central"
  # "clean": nothing of an earlier build goes out. The tests have had their turn; their jars are not published.
  (maven --quiet -Prelease -Dmaven.test.skip=true -Dspotless.check.skip=true -Dmaven.install.skip=true \
    -DaltDeploymentRepository="bundle::file://$bundle" clean deploy) || die "the build failed, see above"
  find "$bundle" -name 'maven-metadata*' -exec rm {} +
  if [ -n "${SCIMULT_SIGNING_KEY-}" ]; then
    sign "$bundle"
  else
    say "not signed, which Maven Central refuses: set SCIMULT_SIGNING_KEY to a key of gpg's"
  fi
  "$java_home/bin/jar" --create --no-manifest --file "$bundle.zip" -C "$bundle" . || die "cannot write $bundle.zip"
  say "made $bundle.zip"
}

# Signs every file of folder $1 that is no checksum.
sign() {
  find "$1" -type f ! -name '*.md5' ! -name '*.sha*' ! -name '*.asc' | while IFS= read -r file; do
    gpg --batch --yes --local-user "$SCIMULT_SIGNING_KEY" --armor --detach-sign "$file" || exit 1
  done || die "gpg could not sign with the key $SCIMULT_SIGNING_KEY"
}
