#!/usr/bin/env bash
# python_clients.sh [URL]: lets the Python clients of OpenAI, LangChain, Hugging Face, LlamaIndex and Cohere use a running
# server, and tells which work as they are. Installs them into a temporary folder.
set -euo pipefail
url=${1:-http://127.0.0.1:8080}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
"$work/venv/bin/python" "$here/python_clients.py" "$url"
