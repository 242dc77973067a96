#!/bin/sh
# Prepares the image's file system around the distribution in /opt/scimult; run once, as root, while the image is made.
set -eu

# A user without rights; files of /data may belong to any other one, too (--user).
groupadd --gid 10001 scimult
useradd --uid 10001 --gid scimult --home-dir /data --no-create-home --shell /usr/sbin/nologin scimult
install --directory --owner scimult --group scimult /data

ln -s /opt/scimult/bin/scimult /usr/local/bin/scimult
install --mode 755 "$(dirname "$0")/scimult-health" /usr/local/bin/scimult-health

# Loaded classes and unpacked libraries, once for all containers: they start at once, with a read-only root, too.
export SCIMULT_CACHE=/var/cache/scimult HOME=/tmp
trap 'rm -rf /tmp/paper.jsonl /tmp/vector.npy* /tmp/.javacpp /tmp/.cache' EXIT
echo '{"_id": "1", "title": "Drawing large graphs", "text": "Layouts of networks."}' >/tmp/paper.jsonl
scimult embed --task link --input /tmp/paper.jsonl --output /tmp/vector.npy
touch /var/cache/scimult/filled
chmod -R a+rX /var/cache/scimult
