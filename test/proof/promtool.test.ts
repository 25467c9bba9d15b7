import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RuleGroup } from '../../alerts/rule/group.js';
import type { Language } from '../../alerts/rule/language.js';
import type { RuleContext } from '../../alerts/rule/prometheus.js';
import { ruleContext } from '../../application/application.js';
import { estate } from '../../main.js';
import { alertProof } from '../../proof/files.js';
import { prove } from '../../proof/prove.js';
import { bakeryGroup } from '../alerts/unusual.js';

interface Proven {
  readonly name: string;
  readonly groups: readonly RuleGroup[];
  readonly context: RuleContext;
}

/** Every application, and every pack as nobody has it. */
const all: readonly Proven[] = [
  ...estate.map((application) => ({ ...application, context: ruleContext(application) })),
  { name: 'bakery', groups: [bakeryGroup], context: { application: 'bakery', language: 'en' } },
];
const other: Readonly<Record<Language, Language>> = { ko: 'en', en: 'ko' };

const proofs = all.flatMap(({ groups, context }) =>
  groups.flatMap((group) =>
    group.alerts.flatMap((alert) => [
      alertProof(alert, group, context),
      alertProof(alert, group, { ...context, language: other[context.language] }, 'texts'),
    ]),
  ),
);

const refused = new Map<string, string>();
beforeAll(async () => {
  for (const { tests, refused: why } of await prove(proofs)) refused.set(tests.name, why.join('\n'));
}, 180_000);

describe.each(all)('promtool holds every proof of $name', ({ groups, context }) => {
  const alerts = groups.flatMap((group) => group.alerts.map(({ name }) => name));

  test.each(alerts)('%s', (alert) => {
    expect(refused.get(`${context.application}.${alert}.${context.language}.test.json`)).toBe('');
  });

  test.each(alerts)('%s in the other language', (alert) => {
    expect(refused.get(`${context.application}.${alert}.${other[context.language]}.test.json`)).toBe('');
  });
});
