#!/usr/bin/env bash
# Tries what is in the image without a container engine: makes the image's file system of Debian's packages and the
# distribution in dist, prepared by the same script as in the Dockerfile, and runs the program in it as a container
# would: as a user without rights, with process numbers of its own, a read-only root and little memory.
#
#   ./scimult package --with-java
#   packaging/try-rootfs.sh FOLDER        needs root, Linux, debootstrap (Debian: apt install debootstrap) and curl
#
# FOLDER is made where it is missing, some 1.5 GB; a Debian that is there already is used again. What differs from the
# image: the layers' own format, and the build stage, whose place the checkout takes.
set -euo pipefail
[ $# = 1 ] || { sed -n '2,/^set/p' "$0" | sed '$d; s/^# \{0,1\}//' >&2; exit 2; }
mkdir -p "$1"
rootfs=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
distribution=$(echo dist/scimult-*/java)
[ -d "$distribution" ] || { echo "there is no Java in dist/scimult-VERSION: ./scimult package --with-java" >&2; exit 1; }
distribution=${distribution%/java}
port=18080

step() { printf '\n== %s\n' "$*"; }

step "file system in $rootfs"
[ -e "$rootfs/etc/debian_version" ] || debootstrap --variant=minbase trixie "$rootfs" >"$rootfs.log"
rm -rf "$rootfs/opt/scimult" "$rootfs/opt/image" "$rootfs/data" "$rootfs/var/cache/scimult" "$rootfs"/usr/local/bin/scimult*
chroot "$rootfs" userdel scimult 2>/dev/null || true
cp -a "$distribution" "$rootfs/opt/scimult"
chown -R 0:0 "$rootfs/opt/scimult"
mkdir "$rootfs/opt/image"
cp packaging/image/prepare.sh packaging/image/scimult-health "$rootfs/opt/image/"
mkdir -p "$rootfs/etc/scimult"
cp packaging/image/serve.yaml "$rootfs/etc/scimult/"
mountpoint -q "$rootfs/proc" || mount -t proc proc "$rootfs/proc"
trap 'umount "$rootfs/proc"' EXIT
env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin chroot "$rootfs" /opt/image/prepare.sh
umount "$rootfs/proc"
trap - EXIT

# Runs a command in the file system as a container with a read-only root would; /data and /tmp alone can be written to.
contained() {
  # shellcheck disable=SC2016
  ROOTFS=$rootfs CHROOT=$(command -v chroot) unshare --mount --pid --fork --kill-child bash -c '
    set -e
    mount --bind "$ROOTFS" "$ROOTFS"
    mount -t proc proc "$ROOTFS/proc"
    mount --bind "$ROOTFS/data" "$ROOTFS/data"
    mount -t tmpfs tmpfs "$ROOTFS/tmp"
    mount -o remount,bind,ro "$ROOTFS"
    cd "$ROOTFS"
    exec env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/tmp SCIMULT_CACHE=/var/cache/scimult ${OPTIONS+SCIMULT_JAVA_OPTS="$OPTIONS"} \
      "$CHROOT" --userspec=10001:10001 "$ROOTFS" bash -c "cd /data && exec \"\$@\"" bash "$@"' bash "$@"
}

step 'scimult --version'
time contained scimult --version

step 'who runs, and what can be written to'
contained bash -c 'id; echo "process $$"; touch /opt/scimult/x /var/cache/scimult/x || true; touch /data/x && rm /data/x && echo "/data can be written to"'

step 'scimult quickstart and a training of two steps'
contained scimult quickstart --minutes 0.2
contained scimult train --collection quickstart/sample --out two-steps --steps 2
contained bash -c 'ls -A /data'

step 'scimult serve, health and a search'
contained scimult serve quickstart/library --host 0.0.0.0 --port $port >"$rootfs.serve.log" 2>&1 &
server=$!
for _ in $(seq 60); do
  curl -fs "http://127.0.0.1:$port/health/ready" && break
  sleep 1
done
echo
contained scimult-health $port && echo 'scimult-health: ready'
curl -fs "http://127.0.0.1:$port/api/search?q=drawing+large+graphs&top=1" | head -c 300
echo
# SIGTERM to the program itself, which "docker stop" would send to process 1.
java=$(pgrep -P "$(pgrep -P $server)" java || pgrep -P $server java)
kill -TERM "$java"
wait $server && code=0 || code=$?
echo "stopped by SIGTERM with exit code $code"
tail -n 3 "$rootfs.serve.log"
contained scimult-health $port && { echo 'scimult-health calls a stopped server ready' >&2; exit 1; }
echo 'scimult-health: not ready, as it should be'
