import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';

const bench = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['bench/main.mjs', ...args], { encoding: 'utf8' });

describe('the bench', () => {
  test('times one round of a fleet: from nothing, as it is, and with one application edited', () => {
    const { stdout } = bench('3', '--rounds', '1');
    const timed = stdout.split('\n').filter((line) => /^(node|3)\b.*( +\d+(\.\d)?){4}/.test(line));
    const names = timed.map((line) => line.slice(0, 40).trimEnd()).filter((name) => !name.includes('helm'));
    expect(names).toEqual(['node -e 0', '3 from nothing', '3, nothing changed', '3, one application edited']);
  });

  test('says what may be asked, where something else is', () => {
    const { status, stderr } = bench('six');
    expect([status, stderr]).toEqual([2, expect.stringContaining('what? five, a number of applications')]);
  });
});
