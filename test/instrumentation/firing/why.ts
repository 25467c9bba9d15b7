import { print } from '#promql/expr/print.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { fasterExpr } from '#rehearsal/life/faster.js';
import { rules, targets } from '#rehearsal/servers/prometheus-api.js';
import { query } from '../../servers/query.js';

/** What Prometheus knows that may tell why an alert does not do what it should, in lines. */
export const whyNot = async (url: string, alert: AlertRule, factor: number): Promise<string> => {
  const [asked, evaluated, states, signal, stored] = await Promise.all([
    targets(url),
    rules(url, 0),
    query(url, `ALERTS{alertname="${alert.name}"}`),
    query(url, fasterExpr(print(alert.condition.signal), factor)).catch(String),
    query(url, 'count by (__name__) ({__name__=~".+", __name__!~"ALERTS.*|scrape_.*"})'),
  ]);
  const ofAlert = evaluated.filter(({ name }) => name === alert.name);
  return [
    ...asked.map(({ name, faults }) => `target ${name}: ${faults.join(', ') || 'up'}`),
    ...ofAlert.map(({ faults }) => `rule ${alert.name}: ${faults.join(', ') || 'evaluated'}`),
    `in state: ${states.map(({ labels }) => JSON.stringify(labels)).join(', ') || 'none'}`,
    `its signal is now: ${JSON.stringify(signal)}`,
    `stored: ${stored.map(({ labels, value }) => `${labels['__name__']} (${value})`).join(', ')}`,
    `rule:\n${fasterExpr(print(alert.expr), factor)}`,
  ].join('\n');
};
