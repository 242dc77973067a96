# shellcheck shell=bash disable=SC2154
# The site: the pages of docs/ with navigation and search, and the Javadoc of all modules. Sourced by package.sh.

# dist/site, from docs/ by MkDocs in an environment of its own, then the Javadoc as dist/site/apidocs.
make_site() {
  local environment=$state/site python=python3
  command -v "$python" >/dev/null || die "the site is built by MkDocs, which needs Python 3: install it, or put it on the PATH"
  if ! cmp -s "$root/docs/requirements.txt" "$environment/requirements.txt"; then
    rm -rf "$environment"
    "$python" -m venv "$environment" && "$environment/bin/pip" install --quiet --disable-pip-version-check \
      --requirement "$root/docs/requirements.txt" || die "MkDocs could not be installed; see above"
    cp "$root/docs/requirements.txt" "$environment/"
  fi
  (cd "$root" && NO_MKDOCS_2_WARNING=1 "$environment/bin/mkdocs" build --strict --quiet) ||
    die "the pages have mistakes; see above"
  make_javadoc || die "the Javadoc has mistakes; see above"
  say "the site is in $dist/site: open index.html, or python3 -m http.server --directory $dist/site"
}

# Of the modules that the program itself uses; langchain4j, whose one class needs more libraries, has its own jar.
make_javadoc() {
  build_where_needed
  build_is_current || return 1 # sets class_path
  local sources='' folder
  for folder in "$root"/*/src/main/java; do
    case $folder in */browser/* | */examples/* | */langchain4j/*) ;; *) sources=$sources:$folder ;; esac
  done
  "$java_home/bin/javadoc" -quiet -Xdoclint:all,-missing -Werror -locale en -notimestamp -encoding UTF-8 \
    -windowtitle 'SciMult on the JVM' -doctitle 'SciMult on the JVM' -sourcepath "${sources#:}" \
    -subpackages io.github.scimult -classpath "$class_path" -d "$dist/site/apidocs"
}
