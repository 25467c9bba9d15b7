import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { clusters } from '../estate.js';
import { neededIn } from '#secrets/needed.js';

/** What the command says of what stands on its standard input. */
const ran = (input: string, ...words: readonly string[]) => {
  const all = ['bin/cheomseong.mjs', 'secrets', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8', input });
  return { status, stdout, stderr };
};

const [production] = clusters;

describe('npm run secrets', () => {
  test('reads standard input, and says what this estate lacks', () => {
    const { status, stdout } = ran(
      '{"kind":"List","items":[]}',
      'check',
      '--cluster',
      'production',
      '--json',
    );
    const [{ faults }] = JSON.parse(stdout);
    const missing = new Set(faults.map(({ where }: { where: string }) => where));
    expect([status, missing]).toEqual([
      1,
      new Set((production ? neededIn(production) : []).map(({ namespace, name }) => `${namespace}/${name}`)),
    ]);
  }, 60_000);

  test('ends with 2, and repeats nothing, where it reads something else', () => {
    const { status, stdout, stderr } = ran('{"data": hunter2', 'check', '--cluster', 'production');
    expect([status, stdout, stderr]).toEqual([2, '', expect.not.stringContaining('hunter2')]);
  }, 60_000);

  test('says how it is asked', () => {
    expect(ran('', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('cheomseong secrets check'),
    });
  }, 60_000);
});
