import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RuleGroup } from '../../alerts/rule/group.js';
import type { Language } from '../../ground/language.js';
import type { RuleContext } from '../../alerts/rule/prometheus.js';
import { type Application, ruleContext } from '../../application/application.js';
import { alertProof } from '../../proof/files.js';
import { prove } from '../../proof/prove.js';

const other: Readonly<Record<Language, Language>> = { ko: 'en', en: 'ko' };

/** Tests by the real promtool that every alert of these groups fires and stays quiet as its proof says, in both languages. */
export const provesEveryAlert = (groups: readonly RuleGroup[], context: RuleContext): void => {
  const languages = [context.language, other[context.language]] as const;
  const refused = new Map<string, string>();

  beforeAll(async () => {
    const proofs = groups.flatMap((group) =>
      group.alerts.flatMap((alert) => [
        alertProof(alert, group, context),
        alertProof(alert, group, { ...context, language: languages[1] }, 'texts'),
      ]),
    );
    for (const { tests, refused: why } of await prove(proofs)) refused.set(tests.name, why.join('\n'));
  }, 180_000);

  const alerts = groups.flatMap((group) => group.alerts.map(({ name }) => name));
  describe.each(languages)('promtool holds every proof, its texts in %s', (language) => {
    test.each(alerts)('%s', (alert) => {
      expect(refused.get(`${context.application}.${alert}.${language}.test.json`)).toBe('');
    });
  });
};

/** The same of all alerts of an application. A file for each: they are proven side by side. */
export const provesApplication = (application: Application): void =>
  provesEveryAlert(application.groups, ruleContext(application));
