import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toolPath } from '#proof/tools/tool.js';

export interface RunningAlertmanager {
  /** Where it listens: `127.0.0.1:40123`. */
  readonly address: string;
  /** Posts alerts to its API v2; one with an `endsAt` in the past is resolved. */
  readonly post: (alerts: readonly object[]) => Promise<void>;
  /** Posts a silence to the same. */
  readonly silence: (silence: object) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the real Alertmanager with that configuration, on a free port of this host. */
export const startAlertmanager = async (yml: string): Promise<RunningAlertmanager> => {
  const folder = await mkdtemp(join(tmpdir(), 'cheomseong-alertmanager-'));
  const file = join(folder, 'alertmanager.yml');
  await writeFile(file, yml);
  const program = await toolPath('alertmanager');
  const args = [
    `--config.file=${file}`,
    `--storage.path=${join(folder, 'data')}`,
    '--web.listen-address=127.0.0.1:0',
    '--cluster.listen-address=',
  ];
  // Debian's, where it is not installed but only unpacked, finds its own templates from the folder of the program.
  const child = spawn(program, args, { cwd: dirname(program), stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };

  const address = await new Promise<string>((resolve, reject) => {
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const [, found] = /msg="Listening on" address=(\S+)/.exec(log) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`Alertmanager ended before it listened:\n${log}`)));
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });

  const send =
    (what: 'alerts' | 'silences') =>
    async (body: object): Promise<void> => {
      const response = await fetch(`http://${address}/api/v2/${what}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok)
        throw new Error(`Alertmanager refused the ${what}: ${response.status} ${await response.text()}`);
    };
  return { address, post: send('alerts'), silence: send('silences'), stop };
};
