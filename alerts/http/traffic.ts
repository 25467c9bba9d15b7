import { type Behaviour, type Sizes, grows, observes } from '../scenario/behaviour.js';
import { withLabels } from '../scenario/labels.js';
import { type HttpMetrics, statusLabel } from './requests.js';

type Labels = Readonly<Record<string, string>>;

/** So many requests a second, of which a share is answered 5xx. */
export const answers = <L extends string, S extends string>(
  http: HttpMetrics<L, S>,
  labels: Labels,
  perSecond: number,
  failing: number,
): readonly Behaviour[] => {
  const answered = (code: string, rate: number): Behaviour =>
    withLabels({ ...labels, [statusLabel(http)]: code })(grows(http.requests, {}, rate));
  return [answered('200', perSecond * (1 - failing)), answered('500', perSecond * failing)];
};

/** So many requests a second that are answered well, and take so long. */
export const takes = <L extends string, S extends string>(
  http: HttpMetrics<L, S>,
  labels: Labels,
  perSecond: number,
  sizes: Sizes,
): readonly Behaviour[] => [
  ...answers(http, labels, perSecond, 0),
  ...observes(http.duration, {}, perSecond, sizes).map(withLabels(labels)),
];
