import { describe, expect, test } from '@jest/globals';
import { firedIn, testOfWitness, witness } from '#proof/witness.js';
import { provenAlone, sound } from './broken.js';

describe('the witness of a test', () => {
  test.each(['A fires when it must', 'of "$1" and a\\b', '시험 $$'])('knows its test: %s', (name) => {
    expect(testOfWitness(witness('A', name, 600, 30).expr)).toBe(name);
  });

  test('is told from other expressions', () => {
    expect(testOfWitness('max(count_over_time(ALERTS{alertname="A"}[600s]))')).toBeUndefined();
  });

  test('has seen each alert from its first moment to its last, counted from the start of the test', () => {
    const labels = { alertname: 'A', alertstate: 'firing', __test__: 't' };
    const samples = [
      { labels: { ...labels, pod: 'b', __moment__: 'first' }, value: 190 },
      { labels: { ...labels, pod: 'b', __moment__: 'last' }, value: 250 },
      { labels: { ...labels, pod: 'a', __moment__: 'first' }, value: 130 },
      { labels: { ...labels, pod: 'a', __moment__: 'last' }, value: 130 },
    ];
    expect(firedIn(samples, 100)).toEqual([
      { labels: { alertname: 'A', pod: 'a' }, first: 30, last: 30 },
      { labels: { alertname: 'A', pod: 'b' }, first: 90, last: 150 },
    ]);
  });

  test('tells when an alert fires in truth', async () => {
    const { verdicts } = await provenAlone(sound);
    const [outcome] = verdicts[0].outcomes;
    const { begins = 0 } = outcome?.scenario.time ?? {};
    expect(outcome?.fired.map(({ first }) => first - begins)).toEqual([600]);
  });
});
