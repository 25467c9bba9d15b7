import { admitted, matcher } from '#promql/metric/match.js';
import { type Behaviour, grows } from '#alerts/scenario/behaviour.js';
import { withLabels } from '#alerts/scenario/labels.js';
import { type HttpMetrics, statusLabel } from './requests.js';

type Labels = Readonly<Record<string, string>>;
type Counted<L extends string, S extends string> = Pick<HttpMetrics<L, S>, 'requests' | 'status' | 'by'>;

/** A status of which a request is answered: a code, or its hundred where they are counted by hundreds (`5xx`). */
const statusOf = <L extends string, S extends string>(
  http: Counted<L, S>,
  pattern: RegExp,
  code: string,
): string => {
  const label = statusLabel(http);
  const closed = http.requests.info.values[label];
  return (closed && admitted(matcher(label, pattern), closed)[0]) ?? code;
};

/** So many requests a second, of which a share is answered 5xx. */
export const answers = <L extends string, S extends string>(
  http: Counted<L, S>,
  labels: Labels,
  perSecond: number,
  failing: number,
): readonly Behaviour[] => {
  const answered = (status: string, rate: number): Behaviour =>
    withLabels({ ...labels, [statusLabel(http)]: status })(grows(http.requests, {}, rate));
  return [
    answered(statusOf(http, /2../, '200'), perSecond * (1 - failing)),
    answered(statusOf(http, /5../, '500'), perSecond * failing),
  ];
};

/** Labels of requests that are well, and of those that fail in one way of many: by another code, else of another route. */
export const kindsOf = <L extends string, S extends string>(http: Counted<L, S>, labels: Labels) => {
  const status = statusLabel(http);
  const { ownLabels, values } = http.requests.info;
  const free = ownLabels.find((label) => label !== status && !(label in labels) && !(label in values));
  const failing = (kind: number): Labels | undefined => {
    if (!values[status]) return { ...labels, [status]: String(500 + kind) };
    const failed = { ...labels, [status]: statusOf(http, /5../, '500') };
    return free === undefined ? undefined : { ...failed, [free]: `other-${kind}` };
  };
  return { well: { ...labels, [status]: statusOf(http, /2../, '200') }, failing };
};
