import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backupScripts } from '#hosts/compose/backup.js';
import type { Files } from '#hosts/text.js';
import { eventually } from '#servers/eventually.js';
import { type Outcome, run } from '#proof/tools/run.js';
import { withFolder } from '../folder.js';

/**
 * Stands for Docker on a host: writes down what it is asked; fails at what `FAILS_AT` is a part of, and takes its time over what
 * `WAITS_AT` is a part of; and runs what the container `backup` would, with its volumes as folders of the host's.
 */
const docker = `#!/bin/sh
printf '%s\\n' "$*" >> "$HOST_FOLDER/asked"
case "$*" in *"\${FAILS_AT:-nothing}"*) exit 1 ;; esac
case "$*" in *"\${WAITS_AT:-nothing}"*) exec sleep 30 ;; esac
case "$*" in 'compose run --rm -T backup '*) shift 5 ;; *) exit 0 ;; esac
for argument; do
  shift
  set -- "$@" "$(printf %s "$argument" | sed "s#/data#$HOST_FOLDER/data#g; s#/backups#$HOST_FOLDER/backups#g")"
done
exec "$@"
`;

export interface DockerHost {
  readonly folder: string;
  /** Runs a script beside the Compose file to its end. */
  readonly script: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Outcome>;
  /** Runs a script and interrupts it, as Ctrl-C in its terminal does, while Docker is at something; its exit code. */
  readonly interrupted: (args: readonly string[], at: string) => Promise<number | null>;
  /** What Docker has been asked, in order. */
  readonly asked: () => Promise<readonly string[]>;
}

/** A host with the scripts of a delivery, and what its volumes hold by path: `grafana/grafana.db`. */
export const withDockerHost = <T>(volumes: Files, work: (on: DockerHost) => Promise<T>): Promise<T> => {
  const data = Object.entries(volumes).map(([path, text]) => [`data/${path}`, text]);
  const files = { ...backupScripts, ...Object.fromEntries(data), 'bin/docker': docker, asked: '' };
  return withFolder(files, async (folder) => {
    await chmod(join(folder, 'bin/docker'), 0o755);
    await mkdir(join(folder, 'backups'));
    const surroundings = { PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, HOST_FOLDER: folder };
    const asked = async () => (await readFile(join(folder, 'asked'), 'utf8')).split('\n').slice(0, -1);
    return work({
      folder,
      asked,
      script: (args, env = {}) => run('sh', args, { cwd: folder, env: { ...surroundings, ...env } }),
      interrupted: async (args, at) => {
        const child = spawn('sh', args, {
          cwd: folder,
          env: { ...process.env, ...surroundings, WAITS_AT: at },
          stdio: 'ignore',
          // A process group of its own, which the interrupt goes to.
          detached: true,
        });
        const ended = once(child, 'exit');
        try {
          await eventually(`Docker to be asked ${at}`, async () =>
            (await asked()).some((line) => line.includes(at)) ? true : undefined,
          );
        } finally {
          interrupt(child);
          await ended;
        }
        return child.exitCode;
      },
    });
  });
};

const interrupt = ({ pid }: ChildProcess): void => {
  if (pid !== undefined) process.kill(-pid, 'SIGINT');
};
