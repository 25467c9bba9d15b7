import { expect, test } from '@jest/globals';
import { ojeomneo } from '../../apps/ojeomneo/index.js';
import { drawnOn } from './drawn-by-hand.js';

test.each([
  ['Overview', ['HighErrorRate', 'ErrorsSurging', 'HighLatency', 'LatencySurging', 'PodDown', 'HighMemory']],
  ['API Performance', ['HighErrorRate', 'ErrorsSurging', 'HighLatency', 'LatencySurging']],
] as const)('%s draws over time what its alerts watch', (title, alerts) => {
  expect(drawnOn(ojeomneo, title)).toEqual(expect.arrayContaining([...alerts]));
});
