#!/bin/sh
# Puts back what a backup holds, in the place of what is there.
# Made from code: what is changed here is gone with the next delivery.
# Usage: sh restore.sh backups/2026-01-31T04-00-00.tar.gz
set -eu
cd "$(dirname "$0")"
file="${1:?name the backup: sh restore.sh backups/…}"
[ -f "$file" ] || { echo "$file: there is no such file" >&2; exit 1; }
name="$(basename "$file")"
[ "$file" -ef "backups/$name" ] || { echo "$file: copy it into backups/ first" >&2; exit 1; }
# A file that is cut off must not cost what is there.
docker compose run --rm -T backup tar -tzf "/backups/$name" > /dev/null
docker compose stop prometheus alertmanager grafana
trap 'docker compose start prometheus alertmanager grafana' EXIT
docker compose run --rm -T backup sh -c 'find /data -mindepth 2 -delete && tar -xzf "/backups/$1" -C /data' restore "$name"
echo "Restored: $file"
