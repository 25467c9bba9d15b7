import { type Behaviour, grows } from '../scenario/behaviour.js';
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
