import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { toolPath } from '#proof/tools/tool.js';
import { files } from './said.js';

const PROMTOOL = await toolPath('promtool');
const folder = mkdtempSync(join(tmpdir(), 'anybody-'));
copyFileSync(join(files, 'sound.yml'), join(folder, 'rules.yml'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Somebody who has a rule file and nothing else. */
const anybody = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('bin/cheomseong.mjs'), 'prove', ...args],
    { cwd: folder, input, encoding: 'utf8', env: { ...process.env, PROMTOOL, INIT_CWD: folder } },
  );
  return { status, stdout, stderr };
};

describe('in a folder with a rule file and nothing else', () => {
  test('cheomseong prove rules.yml proves its alerts, and leaves nothing', () => {
    const { status, stdout } = anybody(['rules.yml']);
    expect([status, stdout.includes('2 alerts: 2 proven'), readdirSync(folder)]).toEqual([
      0,
      true,
      ['rules.yml'],
    ]);
  });

  test('rules are read from standard input', () => {
    const { status, stdout } = anybody(['-', '--json'], readFileSync(join(files, 'sound.yml'), 'utf8'));
    expect([status, JSON.parse(stdout).runs[0].alerts[0].file]).toEqual([0, '-']);
  });
});
