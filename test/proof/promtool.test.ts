import { beforeAll, expect, test } from '@jest/globals';
import { alertProof } from '../../proof/files.js';
import { prove } from '../../proof/prove.js';
import { shopGroup } from '../alerts/packs.js';

const context = { application: 'shop', namespace: 'shop-prod' } as const;
const refused = new Map<string, string>();

beforeAll(async () => {
  const verdicts = await prove([
    ...shopGroup.alerts.map((alert) => alertProof(alert, shopGroup, { ...context, language: 'ko' })),
    ...shopGroup.alerts.map((alert) => alertProof(alert, shopGroup, { ...context, language: 'en' }, 'texts')),
  ]);
  for (const { alert, refused: why } of verdicts)
    refused.set(alert, (refused.get(alert) ?? '') + why.join('\n'));
}, 60_000);

test.each(shopGroup.alerts.map(({ name }) => name))('promtool holds the proof of %s', (name) => {
  expect(refused.get(name)).toBe('');
});
