import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copied, mainOf, shopCalled } from './copied.js';

const copy = copied();
const source = join(copy.folder, 'apps/shop/index.ts');
const rules = (): string =>
  readFileSync(join(copy.folder, 'dist/production/shop/PrometheusRule.shop.yaml'), 'utf8');

copy.write({
  'apps/runbooks.ts': readFileSync('test/readme/runbooks.ts', 'utf8'),
  'apps/shop/index.ts': shopCalled('shop'),
  'main.ts': mainOf(['shop']),
});
const watching = spawn(process.execPath, ['bin/cheomseong.cjs', 'synth', '--watch'], { cwd: copy.folder });
let said = '';
for (const stream of [watching.stdout, watching.stderr])
  stream.on('data', (text: Buffer) => (said += text.toString()));

/** Waits until it has said this, since it was asked for last. */
const saying = async (text: string): Promise<string> => {
  for (let i = 0; i < 1200 && !said.includes(text); i++) await sleep(50);
  const all = said;
  said = '';
  return all;
};
const save = (from: string, to: string): void => {
  said = '';
  writeFileSync(source, readFileSync(source, 'utf8').replace(from, to));
};

beforeAll(async () => {
  // the second time it knows which folders to watch
  await saying('Watching');
  await saying('Watching');
}, 120_000);
afterAll(() => {
  watching.kill();
  copy.remove();
});

describe('synth --watch', () => {
  test('writes what is saved', async () => {
    save('percent(1)', 'percent(2)');
    await saying('Written in');
    expect(rules()).toContain('> 0.02');
  });

  test('tells what is wrong', async () => {
    save("namespace: 'shop'", "namespace: 'No namespace'");
    expect(await saying('until it is mended')).toContain('No namespace');
  });

  test('writes nothing of what is wrong', () => {
    expect(rules()).toContain('> 0.02');
  });

  test('goes on when it is mended', async () => {
    save("namespace: 'No namespace'", "namespace: 'shop'");
    expect(await saying('Written in')).toContain('nothing changed');
  });

  test('tells what types refuse of what it has written', async () => {
    save("language: 'en',", "language: 'en', colour: undefined,");
    expect(await saying('Types refuse it')).toContain("'colour'");
  });
});
