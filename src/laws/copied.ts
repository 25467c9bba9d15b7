import { originalOf } from '#alerts/rule/made.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { toldAlertsOf } from '#application/log-groups.js';
import type { Law } from './law.js';
import { once } from './reading.js';
import { inEach } from './apart.js';

/** What sentences, page and proof are functions of, and these themselves. */
const facts = [
  'expr',
  'for',
  'keepFiringFor',
  'window',
  'severity',
  'condition',
  'texts',
  'runbook',
] as const;

const changedIn = (alert: AlertRule): readonly string[] => {
  const original = originalOf(alert);
  return original === undefined ? [] : facts.filter((fact) => alert[fact] !== original[fact]);
};

/** An alert that was spread with another fact keeps its sentences and its proof, which then say what is not so. */
export const noAlertIsAChangedCopy: Law = inEach(({ applications }) =>
  once(
    applications.flatMap((application) =>
      toldAlertsOf(application).flatMap((alert) =>
        changedIn(alert).map((fact) => ({
          where: `${application.name}/rules`,
          what: alert.name,
          code: 'changed-copy',
          why: `${alert.name} is a copy of an alert with another '${fact}': its other sentences and its proof are those of the alert before`,
          cure: `change it by override(pack, { …: { ${fact}: … } }), which makes all of it anew`,
        })),
      ),
    ),
  ),
);
