import { describe, expect, test } from '@jest/globals';
import { alertProof } from '#proof/files.js';
import { evaluations, shares } from '#proof/shares.js';
import { shopGroup } from '../alerts/packs.js';

const context = { application: 'shop', namespace: 'shop-prod', language: 'en' } as const;
const proofs = shopGroup.alerts.map((alert) => alertProof(alert, shopGroup, context));

describe('proofs that are shared out', () => {
  test('are all in one share for one worker', () => {
    expect(shares(proofs, 1)).toEqual([proofs]);
  });

  test('are each in one share for several', () => {
    const shared = shares(proofs, 2).flat();
    expect([...shared].sort((a, b) => proofs.indexOf(a) - proofs.indexOf(b))).toEqual(proofs);
  });

  test('begin with the one that takes longest', () => {
    const longest = Math.max(...proofs.map(evaluations));
    expect(shares(proofs, 2)[0]?.[0]).toBe(proofs.find((proof) => evaluations(proof) === longest));
  });

  test('leave no share to which others could have been added', () => {
    const costs = shares(proofs, 2).map((share) => share.reduce((sum, proof) => sum + evaluations(proof), 0));
    expect(Math.min(...costs.slice(0, -1))).toBeGreaterThanOrEqual(2_000);
  });

  test('are none where there is nothing to prove', () => {
    expect(shares([], 2)).toEqual([]);
  });
});
