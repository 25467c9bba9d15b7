import { expect, test } from '@jest/globals';
import { everywhere } from '#rehearsal/place/places.js';
import { type Staged, withStage } from '#rehearsal/stage/stage.js';
import { eventually } from '#servers/eventually.js';
import { places } from '../estate.js';

const [first] = everywhere({ places });
if (!first) throw new Error('there is no application');
const rehearsed = first.rehearsed();

const set = (changes: Partial<Staged>): Promise<string> =>
  withStage({ rehearsed, factor: 60, ...changes }, () => Promise.resolve('it is set'));
const listening = (): number =>
  process.getActiveResourcesInfo().filter((each) => each === 'TCPServerWrap').length;
const before = listening();

test('a stage that nobody wants any more is not set', async () => {
  const signal = AbortSignal.abort(new Error('nobody wants it'));
  await expect(set({ signal })).rejects.toThrow('nobody wants it');
});

test('a stage of rules that cannot be made faster is refused', async () => {
  const rules = { 'rules.yml': 'groups: [{ name: a, rules: [{ alert: A, expr: up, for: 1h30m }] }]' };
  await expect(set({ rehearsed: { ...rehearsed, rules } })).rejects.toThrow("duration '1h30m'");
});

// What listens keeps the command alive for ever.
test('nothing listens that was opened for them', async () => {
  expect(
    await eventually('all to be closed', () => Promise.resolve(listening() === before || undefined)),
  ).toBe(true);
});
