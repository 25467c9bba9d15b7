import { describe, expect, test } from '@jest/globals';
import { alertProof } from '#proof/files.js';
import { featuresOf, noFeatures } from '#proof/promtool/features.js';
import { timeline } from '#proof/timeline.js';
import { packs, shopGroup } from '../../alerts/packs.js';

const of = (text: string) => {
  const [major = 0, minor = 0] = text.split('.').map(Number);
  return featuresOf({ text, major, minor });
};

test.each([
  ['2.42.0', { junit: false, leftOpen: false, startTimestamp: false }],
  ['2.53.0', { junit: false, leftOpen: false, startTimestamp: false }],
  ['2.55.0', { junit: true, leftOpen: false, startTimestamp: false }],
  ['3.0.0', { junit: true, leftOpen: true, startTimestamp: false }],
  ['3.5.0', { junit: true, leftOpen: true, startTimestamp: false }],
  ['3.9.0', { junit: true, leftOpen: true, startTimestamp: true }],
  ['3.14.0', { junit: true, leftOpen: true, startTimestamp: true }],
])('promtool %s has %o', (version, features) => {
  expect(of(version)).toEqual(features);
});

describe('a fault at a moment of the week, where tests may begin at any', () => {
  const rule = packs.connections.noActiveConnections;
  const scenario = {
    when: 'anything',
    series: [],
    begins: { day: 'monday', at: '10:00', timeZone: 'Asia/Seoul' },
  } as const;
  const [early, anywhere] = [timeline(rule, scenario, 30), timeline(rule, scenario, 30, true)];

  test('begins at the same moment', () => {
    expect((anywhere.start ?? 0) + anywhere.begins).toBe(early.begins);
  });

  test('has as little before it as any other fault', () => {
    expect(anywhere.begins).toBe(timeline(rule, { when: 'anything', series: [] }, 30).begins);
  });

  test('lasts as long', () => {
    expect(anywhere.settled - anywhere.begins).toBe(early.settled - early.begins);
  });

  test('is told to promtool', () => {
    const proof = alertProof(
      { ...rule, scenarios: () => ({ fires: [], quiet: [scenario] }) },
      shopGroup,
      { application: 'shop', language: 'en' },
      'all',
      { ...noFeatures, startTimestamp: true },
    );
    expect(JSON.parse(proof.tests.text)).toMatchObject({ tests: [{ start_timestamp: anywhere.start }] });
  });
});

test('a fault at any time begins when tests begin by themselves', () => {
  const rule = packs.postgres.databaseDown;
  const proof = alertProof(rule, shopGroup, { application: 'shop', language: 'en' }, 'all', of('3.9.0'));
  expect(proof.tests.text).not.toContain('start_timestamp');
});
