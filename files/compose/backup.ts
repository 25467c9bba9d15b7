import { type Files, madeBy } from '../text.js';
import { type ComposeService, hardened } from './service.js';
import { volumes } from './servers.js';

// Files of several users are read, and written back as theirs.
const { cap_drop: _, ...withRights } = hardened;

/** Sees every volume; runs only when it is asked to, by the scripts beside it. */
export const backupService: ComposeService = {
  image: 'busybox:1.37.0',
  profiles: ['backup'],
  volumes: [
    ...Object.entries(volumes).map(([what, volume]) => `${volume}:/data/${what}`),
    './backups:/backups',
  ],
  mem_limit: '64m',
  ...withRights,
  restart: 'no',
};

export const backupUsage = 'sh backup.sh';
export const restoreUsage = 'sh restore.sh backups/2026-01-31T04-00-00.tar.gz';

const servers = Object.keys(volumes).join(' ');

/** While somebody writes, a copy is no moment of time: all stop, and start again whatever happens. */
const stopped = `docker compose stop ${servers}
trap 'docker compose start ${servers}' EXIT`;

const shell = (what: string, usage: string, ...steps: readonly string[]): string =>
  [
    '#!/bin/sh',
    madeBy(what).trimEnd(),
    `# Usage: ${usage}`,
    'set -eu',
    'cd "$(dirname "$0")"',
    ...steps,
    '',
  ].join('\n');

/** Commands that back the volumes up and bring them back. */
export const backupScripts: Files = {
  'backup.sh': shell(
    'Copies what Prometheus, Alertmanager and Grafana keep into one file.',
    backupUsage,
    'file="$(date +%Y-%m-%dT%H-%M-%S).tar.gz"',
    stopped,
    'docker compose run --rm -T backup tar -czf "/backups/$file" -C /data .',
    'echo "Written: backups/$file"',
  ),
  'restore.sh': shell(
    'Puts back what a backup holds, in the place of what is there.',
    restoreUsage,
    `file="\${1:?name the backup: sh restore.sh backups/…}"`,
    '[ -f "$file" ] || { echo "$file: there is no such file" >&2; exit 1; }',
    'name="$(basename "$file")"',
    '[ "$file" -ef "backups/$name" ] || { echo "$file: copy it into backups/ first" >&2; exit 1; }',
    '# A file that is cut off must not cost what is there.',
    'docker compose run --rm -T backup tar -tzf "/backups/$name" > /dev/null',
    stopped,
    `docker compose run --rm -T backup sh -c 'find /data -mindepth 2 -delete && tar -xzf "/backups/$1" -C /data' restore "$name"`,
    'echo "Restored: $file"',
  ),
};
