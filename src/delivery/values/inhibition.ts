import type { Contribution } from './contribution.js';

/** Alerts of the chart's own carry no label `application`; all of ours do. */
const ownOnly = 'application = ""';

const inhibit = (source: string, target: string, equal: readonly string[]) => ({
  source_matchers: [source, ownOnly],
  target_matchers: [target, ownOnly],
  equal,
});

const same = ['namespace', 'alertname'];

/** What the chart inhibits of its own alerts, where it has any: https://github.com/prometheus-operator/kube-prometheus, general.rules. */
const own = [
  inhibit('severity = critical', 'severity =~ warning|info', same),
  inhibit('severity = warning', 'severity = info', same),
  inhibit('alertname = InfoInhibitor', 'severity = info', ['namespace']),
  { target_matchers: ['alertname = InfoInhibitor'] },
];

/**
 * The chart inhibits by name and severity over all that Alertmanager has. Of our alerts each application says what is silenced, and only that
 * was proven.
 */
export const inhibition: Contribution = ({ platform: { alertmanager, rules = 'recording' } }) =>
  alertmanager === undefined
    ? {}
    : { alertmanager: { config: { inhibit_rules: rules === 'all' ? own : [] } } };
