import { remembered } from '#ground/remembered.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { ruleLabels } from '#alerts/rule/prometheus.js';
import { labelsOf, offeredLabels } from '#promql/expr/labels.js';
import { chosenValues } from '#promql/expr/values.js';
import type { AlertLabels } from '#routing/carried.js';
import { type Application } from './application.js';
import { ruleContext } from './rule-context.js';

const labelsOfRule = (application: Application, rule: AlertRule): AlertLabels => {
  const labels = {
    ...application.externalLabels,
    alertname: rule.name,
    ...ruleLabels(rule, ruleContext(application)),
  };
  const ofSeries = labelsOf(rule.expr);
  const told = ofSeries === 'scraped' ? offeredLabels(rule.expr) : ofSeries;
  const open = [...told].filter((label) => !Object.hasOwn(labels, label));
  const among = open.flatMap((label) => {
    const values = chosenValues(rule.expr, label);
    return values ? [[label, values] as const] : [];
  });
  return { labels, open, ...(among.length > 0 && { among: Object.fromEntries(among) }) };
};

const ofApplication = remembered((application: Application) =>
  remembered((rule: AlertRule) => labelsOfRule(application, rule)),
);

/** The labels of an application's alert as far as they are known before it fires. */
export const alertLabels = (application: Application, rule: AlertRule): AlertLabels =>
  ofApplication(application)(rule);
