import type { AnyMetric } from '../../promql/metric/metric.js';
import { type Limit, percent } from '../../promql/unit/limit.js';
import { anotherOf, oneOf, withLabels } from '../grouped.js';
import { leftOut } from '../left-out.js';
import { type Behaviour, type Course, type Sizes, grows, observes } from '../rule/behaviour.js';
import { type HttpMetrics, statusLabel } from './signals.js';

type Labels = Readonly<Record<string, string>>;

/** Requests a second in a proof: ten times what the least traffic is, so that one series is over it at any limit. */
export const traffic = (least: Limit<'perSecond'>): number => least.value * 200;

const status = <L extends string, S extends string>(
  http: HttpMetrics<L, S>,
  code: string,
  labels: Labels,
  course: Course,
): Behaviour => withLabels({ ...labels, [statusLabel(http)]: code })(grows(http.requests, {}, course));

/** Requests of which some are answered 5xx while the fault lasts. */
export const answers = <L extends string, S extends string>(
  http: HttpMetrics<L, S>,
  labels: Labels,
  perSecond: number,
  failing: Limit<'ratio'>,
): readonly Behaviour[] => [
  status(http, '200', labels, { was: perSecond, becomes: perSecond * (1 - failing.value) }),
  status(http, '500', labels, { was: 0, becomes: perSecond * failing.value }),
];

/** Requests that take so long, and while the fault lasts so long. */
export const takes = <L extends string, S extends string>(
  http: HttpMetrics<L, S>,
  labels: Labels,
  perSecond: number,
  sizes: { readonly was: Sizes; readonly becomes: Sizes },
): readonly Behaviour[] => [
  ...answers(http, labels, perSecond, percent(0)),
  ...observes(http.duration, {}, perSecond, sizes).map(withLabels(labels)),
];

/** Requests that must have no part in what an alert says of others. */
interface Bystander {
  readonly who: string;
  readonly labels: Labels;
  /** Whether there is an alert of their own. */
  readonly counts: boolean;
}

/** Those of another, where there is an alert for each; and those that are left out, where some are. */
export const bystanders = (
  { by = [] }: Pick<HttpMetrics<string>, 'by'>,
  metric: AnyMetric,
): readonly Bystander[] => {
  const apart = leftOut(metric);
  return [
    ...(by.length > 0 ? [{ who: 'another', labels: anotherOf(metric, by), counts: true }] : []),
    ...(apart
      ? [{ who: 'what is left out', labels: { ...oneOf(metric, by), ...apart }, counts: false }]
      : []),
  ];
};
