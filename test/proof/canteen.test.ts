import { beforeAll, describe, expect, test } from '@jest/globals';
import { alertProof } from '../../proof/files.js';
import { prove } from '../../proof/prove.js';
import { canteenGroup } from '../alerts/canteen.js';

const languages = ['ko', 'en'] as const;
const context = { application: 'canteen', namespace: 'canteen' };
const proofs = canteenGroup.alerts.flatMap((alert) => [
  alertProof(alert, canteenGroup, { ...context, language: 'ko' }),
  alertProof(alert, canteenGroup, { ...context, language: 'en' }, 'texts'),
]);

const refused = new Map<string, string>();
beforeAll(async () => {
  for (const { tests, refused: why } of await prove(proofs)) refused.set(tests.name, why.join('\n'));
}, 60_000);

describe.each(languages)('promtool holds in %s the proof of', (language) => {
  test.each(canteenGroup.alerts.map(({ name }) => name))('%s', (name) => {
    expect(refused.get(`canteen.${name}.${language}.test.json`)).toBe('');
  });
});
