import { tmpdir } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import { run } from '#proof/tools/run.js';

const sh = (script: string, options = {}) => run('/bin/sh', ['-c', script], options);

describe('a program that is run', () => {
  test('hands back its exit code and what it says on both streams', async () => {
    expect(await sh('echo out; echo err >&2; exit 3')).toEqual({
      exitCode: 3,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  test('reads the input it is given', async () => {
    expect((await sh('cat', { input: '경보' })).stdout).toBe('경보');
  });

  test('may leave its input unread', async () => {
    expect((await sh('exit 0', { input: 'x'.repeat(1_000_000) })).exitCode).toBe(0);
  });

  test('works in the folder it is given', async () => {
    expect((await sh('pwd', { cwd: tmpdir() })).stdout.trim()).toBe(
      (await sh(`cd '${tmpdir()}' && pwd`)).stdout.trim(),
    );
  });

  test('sees the variables it is given beside those of the process', async () => {
    expect((await sh('echo $GREETING $PATH', { env: { GREETING: 'hello' } })).stdout).toBe(
      `hello ${process.env['PATH']}\n`,
    );
  });

  test('that cannot be started is refused', async () => {
    await expect(run('/no/such/program', [])).rejects.toThrow('spawn /no/such/program ENOENT');
  });

  test('that takes too long is ended and refused', async () => {
    await expect(sh('exec sleep 60', { timeout: 50 })).rejects.toThrow(
      'exec sleep 60 did not end within 50 ms',
    );
  });

  test('that is ended by a signal is refused with what it said', async () => {
    await expect(sh('echo dying >&2; kill -9 $$')).rejects.toThrow('was ended by SIGKILL: dying');
  });
});
