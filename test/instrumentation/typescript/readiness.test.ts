import { describe, expect, test } from '@jest/globals';
import { shop, shopOnNode } from './example.js';
import { printed } from './running.js';

/** How often a database that hangs was asked, and what was said of it, after this. */
const told: unknown = JSON.parse(
  printed(
    { module: shopOnNode, application: shop },
    `import { readiness, readyWhen } from './monitoring/readiness.js';
let asked = 0;
let answers = (_: unknown): void => undefined;
readyWhen('database', () => {
  asked += 1;
  return new Promise((resolve) => { answers = resolve; });
});
const ready = async () => (await readiness()).ready;
const main = async () => {
  const late = await Promise.all([ready(), ready()]);
  const joined = ready();
  const whileItHangs = asked;
  answers(undefined);
  const joins = await joined;
  const again = ready();
  answers(undefined);
  await again;
  const afterwards = asked;
  const elapses = performance.now;
  void ready();
  performance.now = () => elapses.call(performance) + 60_000;
  void ready();
  console.log(JSON.stringify({ late, whileItHangs, joins, afterwards, afterAMinute: asked }));
  process.exit();
};
void main();`,
  ),
);

describe('a check that hangs', () => {
  test('has failed for all who ask', () => {
    expect(told).toMatchObject({ late: [false, false] });
  });

  test('is not started anew by those who ask meanwhile', () => {
    expect(told).toMatchObject({ whileItHangs: 1 });
  });

  test('answers who asks meanwhile once it ends', () => {
    expect(told).toMatchObject({ joins: true });
  });

  test('is asked anew once it has ended', () => {
    expect(told).toMatchObject({ afterwards: 2 });
  });

  test('is asked anew once it was waited for long: its question may have been lost', () => {
    expect(told).toMatchObject({ afterAMinute: 4 });
  });
});
