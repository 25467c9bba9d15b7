import { chmod, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '#hosts/text.js';
import { run } from '#proof/tools/run.js';
import { withFolder } from './folder.js';

/** Stands for a program that changes the machine: writes down what it is asked. */
const asked = (name: string): string => `#!/bin/sh
printf '%s\\n' "${name} $*" >> "$HOST_FOLDER/asked"
`;

interface Pasted {
  /** What Docker and `sudo` were asked, in order. */
  readonly asked: readonly string[];
  readonly said: string;
  /** What was written below `secrets/`, by its path. */
  readonly secrets: Files;
}

/**
 * Pastes a text into a shell in the folder of a delivery: the shell reads its lines from the same place as the commands in it, as those
 * in a terminal do.
 */
export const pasted = (text: string, delivered: Files): Promise<Pasted> => {
  const stubs = { 'bin/docker': asked('docker'), 'bin/sudo': asked('sudo'), asked: '' };
  return withFolder({ ...delivered, ...stubs }, async (folder) => {
    const bin = join(folder, 'bin');
    await Promise.all(['docker', 'sudo'].map((name) => chmod(join(bin, name), 0o755)));
    const env = { PATH: `${bin}:${process.env['PATH']}`, HOST_FOLDER: folder };
    const { stdout } = await run('bash', ['-s'], { cwd: folder, input: text, env });
    const lines = (await readFile(join(folder, 'asked'), 'utf8')).split('\n');
    return { asked: lines.filter(Boolean), said: stdout, secrets: await secretsIn(folder) };
  });
};

const secretsIn = async (folder: string): Promise<Files> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const secrets = paths.filter((path) => path.startsWith(join(folder, 'secrets/')));
  const texts = secrets.map(
    async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
};
