import { percent, type Limit } from '../../promql/unit/limit.js';
import { withLabels } from '../grouped.js';
import { type Behaviour, type Course, grows, observes } from '../rule/behaviour.js';
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

/** Requests that all take the same time, another while the fault lasts. */
export const takes = <L extends string, S extends string>(
  http: HttpMetrics<L, S>,
  labels: Labels,
  perSecond: number,
  size: { readonly was: number; readonly becomes: number },
): readonly Behaviour[] => [
  ...answers(http, labels, perSecond, percent(0)),
  ...observes(http.duration, {}, perSecond, size).map(withLabels(labels)),
];
