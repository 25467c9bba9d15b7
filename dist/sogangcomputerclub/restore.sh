#!/bin/sh
# Puts back what a backup holds, in the place of what is there.
# Made from code: what is changed here is gone with the next delivery.
# Usage: sh restore.sh backups/2026-01-31T04-00-00.tar.gz
set -eu
cd "$(dirname "$0")"
file="${1:?name the backup: sh restore.sh backups/…}"
refuse() { echo "$file: $1" >&2; exit 1; }
[ -f "$file" ] || refuse "there is no such file"
name="$(basename "$file")"
[ "$file" -ef "backups/$name" ] || refuse "copy it into backups/ first"
# A file that is cut off, or another, must not cost what is there.
docker compose run --rm -T backup tar -tzf "/backups/$name" ./prometheus ./alertmanager ./grafana > /dev/null || refuse "is no whole backup; nothing was changed"
trap 'docker compose start prometheus alertmanager grafana' EXIT
trap 'exit 1' HUP INT TERM
docker compose stop prometheus alertmanager grafana
docker compose run --rm -T backup sh -c 'find /data -mindepth 2 -maxdepth 2 -exec rm -rf {} + && tar -xzf "/backups/$1" -C /data' restore "$name"
echo "Restored: $file"
