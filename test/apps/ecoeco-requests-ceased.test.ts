import { describe, expect, test } from '@jest/globals';
import { fires, requests } from './ecoeco-incident.js';

describe('requests cease, though all processes are well (mistake 33)', () => {
  test('and somebody is told within a quarter of an hour', async () => {
    expect(await fires({ [requests]: '0+3000x20 60000x120' }, '10m', '25m')).toEqual([
      [],
      ['critical APIRequestsCeased'],
    ]);
  });

  test('for two minutes, and nobody is told', async () => {
    const moments = ['11m', '13m', '16m', '20m'];
    expect(await fires({ [requests]: '0+3000x20 60000x3 63000+3000x100' }, ...moments)).toEqual(
      moments.map(() => []),
    );
  });
});
