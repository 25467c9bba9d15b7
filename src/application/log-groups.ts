import type { LogGroup } from '#alerts/log/log-group.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Fault } from '#ground/fault.js';
import { admitted } from '#promql/metric/match.js';
import type { Filebeat } from './agent/filebeat.js';
import type { FluentBit } from './agent/fluent-bit.js';

/** An application with all its groups as one list, for what tells alerts apart, whoever evaluates them. */
export const withLogGroups = <A extends Grouped>(application: A): A => ({
  ...application,
  groups: [...application.groups, ...application.logGroups],
});

export interface Grouped {
  readonly groups: readonly RuleGroup[];
  readonly logGroups: readonly LogGroup[];
}

/** All alerts of which Alertmanager hears, whoever evaluates them. */
export const toldAlertsOf = ({ groups, logGroups }: Grouped): readonly AlertRule[] =>
  [...groups, ...logGroups].flatMap(({ alerts }): readonly AlertRule[] => alerts);

/** What an application's alerts on logs read. */
interface Reader {
  readonly logGroups: readonly LogGroup[];
  readonly logs?: Filebeat | FluentBit;
}

/** Alerts on logs that no agent of the application sends to a Loki: they would fire always, or never. */
export const logGroupFaults = ({ logGroups, logs }: Reader): readonly Fault[] => {
  if (logGroups.length === 0) return [];
  if (logs?.name !== 'fluent-bit')
    return [
      {
        where: 'logGroups',
        what: logGroups.map(({ name }) => name).join(', '),
        code: 'not-exported',
        why: 'no Fluent Bit of this application sends logs to a Loki, whose ruler would evaluate them',
        cure: 'give it one: logs: fluentBit({ namespaces, loki })',
      },
    ];
  return logGroups.flatMap(({ name, alerts }) =>
    alerts
      .filter(({ reads }) =>
        reads.lines.selector.some(
          (matcher) => matcher.label === 'namespace' && admitted(matcher, logs.namespaces).length === 0,
        ),
      )
      .map((alert) => ({
        where: `logGroups.${name}`,
        what: alert.name,
        code: 'not-exported' as const,
        why: `${alert.logql} reads namespaces of which the agent of this application sends nothing: it sends ${logs.namespaces.join(', ')}`,
        cure: 'give logLines(…) the agent of this application',
      })),
  );
};
