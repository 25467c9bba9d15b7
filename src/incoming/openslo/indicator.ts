import type { Selector } from '#promql/expr/ast.js';
import { unitOfName } from '#promql/unit/unit.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { Language } from '#ground/language.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { type Code, called, object, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import { type TypedMetric, metricCode } from '#incoming/typed/metric.js';
import { exampleOf } from './example.js';
import type { Objective } from './objective.js';

const isEdge = ({ label }: LabelMatcher): boolean => label === 'le';
const withoutEdge = (selector: Selector): Selector => ({
  ...selector,
  matchers: selector.matchers.filter((each) => !isEdge(each)),
});

/** The upper edge of the one bucket that a selector reads: `le="0.5"`, `le=~"1|1\\.0"`. */
const edgeOf = ({ matchers }: Selector): number | undefined => {
  const { value = '' } = matchers.find(isEdge) ?? {};
  const edges = new Set(value.split('|').map((each) => Number(each.replaceAll('\\.', '.'))));
  const [edge = NaN] = edges;
  return edges.size === 1 && Number.isFinite(edge) && value !== '' ? edge : undefined;
};

const familyOf = ({ metric: { name } }: Selector): string => name.replace(/_(bucket|count)$/, '');
const matched = ({ matchers }: Selector): string =>
  matchers
    .filter((each) => !isEdge(each))
    .map(({ label, operator, value }) => JSON.stringify([label, operator, value]))
    .toSorted()
    .join();

/** A latency: what is good lies in a bucket of the histogram of which all are counted. */
export const latencyOf = ({ total, part: { counts, of } }: Objective) => {
  const edge = of.metric.name.endsWith('_bucket') ? edgeOf(of) : undefined;
  const isAll = total.metric.name.endsWith('_count') || total.matchers.some(({ value }) => value === '+Inf');
  return counts === 'good' &&
    unitOfName(familyOf(of)) === 'seconds' &&
    edge !== undefined &&
    isAll &&
    familyOf(total) === familyOf(of) &&
    matched(total) === matched(of)
    ? { histogram: withoutEdge(of), edge }
    : undefined;
};

/** Events are counted by a counter of its own, in no unit. */
const isCounted = ({ info }: TypedMetric): boolean =>
  info.kind === 'counter' && info.unit === 'count' && !info.name.endsWith('_bucket');

const failed: Readonly<Record<Language, string>> = { ko: '실패한 요청', en: 'requests that failed' };

const labelsCode = (labels: Readonly<Record<string, string>>): Code =>
  object(
    Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, verbatim(quoted(value))])),
  );

/** `events({ … })` or `latency(…)`; nothing where a metric cannot be written so that it reads the same. */
export const indicatorCode = (
  objective: Objective,
  metrics: Catalogue,
  language: Language,
): Code | undefined => {
  const { total, part, failures = failed[language] } = objective;
  const timed = latencyOf(objective);
  if (timed !== undefined) {
    const whole = metricCode(timed.histogram, metrics)?.whole;
    return whole && called('latency', whole, called('seconds', verbatim(String(timed.edge))));
  }
  const [all, some] = [metricCode(total, metrics), metricCode(part.of, metrics)];
  if (all === undefined || some === undefined || ![all, some].every(isCounted)) return undefined;
  const example = exampleOf(total, part.of, part.counts);
  return called(
    'events',
    object({
      total: all.code,
      [part.counts]: some.code,
      failures: object({ [language]: verbatim(quoted(failures)) }),
      example: example && object({ good: labelsCode(example.good), bad: labelsCode(example.bad) }),
    }),
  );
};
