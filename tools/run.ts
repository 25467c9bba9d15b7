import { spawn } from 'node:child_process';

export interface RunOptions {
  /** Working directory; the process's own when left out. */
  readonly cwd?: string;
  /** What the program reads on its standard input; nothing when left out. */
  readonly input?: string;
  /** Variables set on top of the process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which the program is killed; without it, it may take as long as it likes. */
  readonly timeout?: number;
}

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end and hands back what it said, whatever its exit code.
 * Throws when it cannot be started, or ends by a signal instead of an exit code.
 */
export const run = (file: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const { cwd, input = '', env, timeout } = options;
    const child = spawn(file, args, { cwd, timeout, env: { ...process.env, ...env } });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    child.on('error', reject);
    child.on('close', (exitCode, signal) =>
      exitCode === null
        ? reject(new Error(`${file} ${args.join(' ')} was ended by ${signal}: ${said.stderr.trim()}`))
        : resolve({ exitCode, ...said }),
    );
    // A program that ends without reading its input closes the pipe on us; its exit code says all there is to say.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
