#!/usr/bin/env bash
# clients.sh [URL]: generates clients for Java, Python and TypeScript from the API's description of a running server, and
# lets each write a paper, search, suggest labels, embed and delete the paper, without a change to what was generated.
#
# Needs a JDK 25, Python 3 with venv, and Node 20 with npm; fetches the generator and the clients' libraries into a
# temporary folder.
set -euo pipefail
url=${1:-http://127.0.0.1:8080}
url=${url%/}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
generator=7.25.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

maven() { "$root/mvnw" --batch-mode --quiet --no-transfer-progress "$@"; }
generate() { # LANGUAGE FOLDER OPTIONS...
  local language=$1 folder=$2
  shift 2
  java -jar "$work/openapi-generator-cli-$generator.jar" generate -i "$work/openapi.json" -g "$language" -o "$folder" "$@" \
    > "$work/$language.log" 2>&1 || { tail -20 "$work/$language.log"; exit 1; }
}

curl --fail --silent --show-error "$url/openapi.json" > "$work/openapi.json"
(cd "$root" && maven -N dependency:copy "-Dartifact=org.openapitools:openapi-generator-cli:$generator" \
  "-DoutputDirectory=$work" -Dmdep.useBaseVersion=true)

generate java "$work/java" --library native --additional-properties=useSingleRequestParameter=true
maven -f "$work/java/pom.xml" -Dmaven.test.skip -Dmaven.javadoc.skip -Dmaven.source.skip compile \
  dependency:build-classpath "-Dmdep.outputFile=$work/java/class-path"
java -cp "$work/java/target/classes:$(cat "$work/java/class-path")" "$here/clients/Client.java" "$url"

generate python "$work/python"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "$work/python"
"$work/venv/bin/python" "$here/clients/client.py" "$url"

generate typescript-fetch "$work/typescript/generated"
cp "$here/clients/client.ts" "$work/typescript/"
cd "$work/typescript"
npm install --silent --no-save typescript@5.9.3 @types/node@20.19.24 > "$work/npm.log" 2>&1 || { cat "$work/npm.log"; exit 1; }
npx tsc --strict --target es2022 --module commonjs --types node --skipLibCheck --outDir out client.ts
node out/client.js "$url"
