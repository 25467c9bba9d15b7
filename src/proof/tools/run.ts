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
 * Throws when it cannot be started, takes longer than it may, or ends by a signal instead of an exit code.
 */
export const run = (file: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const { cwd, input = '', env, timeout } = options;
    const command = [file, ...args].join(' ');
    const signal = timeout === undefined ? undefined : AbortSignal.timeout(timeout);
    const child = spawn(file, args, { cwd, signal, killSignal: 'SIGKILL', env: { ...process.env, ...env } });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    child.on('error', (error) =>
      reject(signal?.aborted ? new Error(`${command} did not end within ${timeout} ms`) : error),
    );
    child.on('close', (exitCode, endedBy) =>
      exitCode === null
        ? reject(new Error(`${command} was ended by ${endedBy}: ${said.stderr.trim()}`))
        : resolve({ exitCode, ...said }),
    );
    // A program that ends without reading its input closes the pipe on us; its exit code says all there is to say.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
