import type { AlertRule } from '../alerts/rule/rule.js';
import { ruleLabels } from '../alerts/rule/prometheus.js';
import { labelsOf } from '../promql/expr/labels.js';
import type { AlertLabels } from '../routing/reach.js';
import { type Application, ruleContext } from './application.js';

/** The labels of an application's alert as far as they are known before it fires. */
export const alertLabels = (application: Application, rule: AlertRule): AlertLabels => {
  const labels = { alertname: rule.name, ...ruleLabels(rule, ruleContext(application)) };
  const ofSeries = labelsOf(rule.expr);
  return { labels, open: ofSeries === 'scraped' ? [] : [...ofSeries].filter((label) => !(label in labels)) };
};
