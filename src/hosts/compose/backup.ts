import { type Files, madeBy } from '#hosts/text.js';
import { type ComposeService, hardened } from './service.js';
import { volumes } from './servers.js';

// Files of several users are read, and written back as theirs.
const { cap_drop: _, ...withRights } = hardened;

/** Sees every volume, and nothing else; runs only when it is asked to, by the scripts beside it. */
export const backupService: ComposeService = {
  image: 'busybox:1.37.0',
  profiles: ['backup'],
  network_mode: 'none',
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
/** As an archive holds them. */
const folders = Object.keys(volumes)
  .map((what) => `./${what}`)
  .join(' ');
const inBackup = 'docker compose run --rm -T backup';

/**
 * While somebody writes, a copy is no moment of time: all stop, and start again whatever happens. A shell that a signal ends goes
 * through its trap on EXIT only if it is told to exit: Debian's would leave all of them stopped.
 */
const stopped = `trap 'docker compose start ${servers}' EXIT
trap 'exit 1' HUP INT TERM
docker compose stop ${servers}`;

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
    '# Half a copy must not look like one.',
    `${inBackup} sh -c 'tar -czf /backups/.part -C /data . && mv /backups/.part "/backups/$1"' backup "$file"`,
    'echo "Written: backups/$file"',
  ),
  'restore.sh': shell(
    'Puts back what a backup holds, in the place of what is there.',
    restoreUsage,
    `file="\${1:?name the backup: sh restore.sh backups/…}"`,
    'refuse() { echo "$file: $1" >&2; exit 1; }',
    '[ -f "$file" ] || refuse "there is no such file"',
    'name="$(basename "$file")"',
    '[ "$file" -ef "backups/$name" ] || refuse "copy it into backups/ first"',
    '# A file that is cut off, or another, must not cost what is there.',
    `${inBackup} tar -tzf "/backups/$name" ${folders} > /dev/null || refuse "is no whole backup; nothing was changed"`,
    stopped,
    `${inBackup} sh -c 'find /data -mindepth 2 -maxdepth 2 -exec rm -rf {} + && tar -xzf "/backups/$1" -C /data' restore "$name"`,
    'echo "Restored: $file"',
  ),
};
