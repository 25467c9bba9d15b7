import { type Fault } from '#ground/fault.js';
import { byKey } from '#ground/by-key.js';
import type { RuleSeverity } from '#alerts/rule/facts.js';
import { type RuleGroup, inPlaceOf } from '#alerts/rule/group.js';
import type { AlertRule } from '#alerts/rule/rule.js';

/** Which severity of ours each is like that an application's alerts bring along: `{ page: 'critical', info: 'none' }`. */
export type Severities = Readonly<Record<string, RuleSeverity>>;

/** What a severity among the labels of an alert is called. */
const called = ({ labels }: AlertRule): string => labels['severity'] ?? '';

/** The group with alerts that know which severity of ours theirs is like. */
export const graded = (group: RuleGroup, severities: Severities): RuleGroup => ({
  ...group,
  alerts: group.alerts.map((alert) => {
    const like = severities[called(alert)];
    return alert.likened && like ? inPlaceOf(alert, alert.likened(like)) : alert;
  }),
});

/** Alerts of a severity of which nobody says what it is like. */
export const severityFaults = (alerts: readonly AlertRule[]): readonly Fault[] =>
  [
    ...byKey(
      alerts.filter(({ likened }) => likened !== undefined),
      called,
    ),
  ].map(([severity, of]) => ({
    where: 'severities',
    what: of.map(({ name }) => name).join(', '),
    code: 'severity-of-another',
    why: `'${severity}' is no severity that is known here, so nobody knows whom it must reach: ${of.map(({ name }) => name).join(', ')}`,
    cure: `say which of ours it is like: severities: { ${/^\w+$/.test(severity) ? severity : `'${severity}'`}: 'warning' }`,
  }));

/** What is said of severities that no alert brings along. */
export const idleSeverities = (alerts: readonly AlertRule[], severities: Severities): readonly Fault[] =>
  Object.keys(severities)
    .filter((severity) => !alerts.some((alert) => alert.imported !== undefined && called(alert) === severity))
    .map((severity) => ({
      where: `severities.${severity}`,
      what: severity,
      code: 'setting-for-nothing',
      why: `no imported alert has the severity '${severity}'`,
      cure: 'leave it out',
    }));
