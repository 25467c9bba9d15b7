import type { AnyMetric } from '#promql/metric/metric.js';
import { fixedLabel } from '#alerts/scenario/fixed-label.js';
import { kubectl } from '#alerts/place/kubectl.js';
import { filledIn } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';

/** What the collectors of an application's traces are called, by which commands find them: `traceGatewayOf('shop')`, `traceAgentOf('shop')`. */
export interface CollectorNames {
  readonly gateway?: string;
  readonly agent?: string;
}

/** Where one collector is known by its name, or by the Service to which its metrics are narrowed. */
const onePlace = (metric: AnyMetric, { gateway }: CollectorNames): string | undefined =>
  gateway ?? fixedLabel(metric, 'service');

/**
 * Lines for a shell that show the log of a collector: of the Service to which its metrics are narrowed, as on a host where there is one; else of one
 * that a person chooses.
 */
export const collectorLogs = (
  subject: Subject,
  metric: AnyMetric,
  {
    which = 'collector',
    since,
    names = {},
  }: { readonly which?: string; readonly since: string; readonly names?: CollectorNames },
): readonly string[] => {
  const place = placeOf(subject);
  const known = place.exporterLogs(metric);
  if (known.length > 0) return known;
  const name = place.platform === 'kubernetes' ? which : (onePlace(metric, names) ?? which);
  return place.agentLogs(metric, name, `--since=${since}`);
};

/** The same of the one that an alert names by its pod, where there are pods. */
export const alertedLogs = (
  subject: Subject,
  metric: AnyMetric,
  { since, names }: { readonly since: string; readonly names: CollectorNames },
): readonly string[] =>
  placeOf(subject).platform === 'kubernetes'
    ? [
        kubectl(metric, 'get pods'),
        filledIn('POD', 'the pod that the alert names'),
        kubectl(metric, `logs "$POD" --since=${since}`),
      ]
    : collectorLogs(subject, metric, { since, names });

const losses = `grep -iE 'dropping|exporting failed|queue is full'`;

/**
 * Lines for a shell that show what all collectors log of spans that they lose, since the alert names no pod; and, in a cluster, whether gateways are
 * there to take them.
 */
export const lossLogs = (
  subject: Subject,
  metric: AnyMetric,
  { since, names }: { readonly since: string; readonly names: CollectorNames },
): readonly string[] => {
  const { platform, agentLogs } = placeOf(subject);
  const { agent } = names;
  const gateway = onePlace(metric, names);
  const all = [agent, gateway].filter((name) => name !== undefined);
  if (platform !== 'kubernetes' || all.length === 0)
    return ofLosses(agentLogs(metric, gateway ?? 'collector', `--since=${since}`));
  const selector = `-l 'app.kubernetes.io/name in (${all.join(',')})'`;
  return [
    kubectl(metric, `get pods ${selector} -o wide`),
    kubectl(metric, `logs ${selector} --since=${since} --prefix --tail=-1 --max-log-requests=50 | ${losses}`),
    ...(gateway === undefined ? [] : [kubectl(metric, `get endpoints ${gateway}`)]),
  ];
};

/** The last line is the log: of it what is lost. */
const ofLosses = (lines: readonly string[]): readonly string[] => [
  ...lines.slice(0, -1),
  ...lines.slice(-1).map((log) => `${log} | ${losses}`),
];
