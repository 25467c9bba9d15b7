import type { Selector } from '#promql/expr/ast.js';
import { namedValues } from '#promql/metric/choice.js';
import { type LabelMatcher, literal } from '#promql/metric/match.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { type Code, called, list, method, object, verbatim } from '#incoming/code/code.js';
import { patternText, quoted } from '#incoming/code/text.js';

/** A metric as typed words take one. */
export interface TypedMetric {
  readonly code: Code;
  /** Of the series that are read: of a histogram's buckets, not of the histogram. */
  readonly info: MetricInfo;
  /** The histogram or summary, where the series are a part of one. */
  readonly whole?: Code;
}

const patternCode = (value: string): Code | undefined => {
  const names = namedValues({ label: '', operator: '=~', value }) ?? [];
  if (names.length > 1 && names.map(literal).join('|') === value)
    return list(names.map((each) => verbatim(quoted(each))));
  const [, insensitive] = /^\(\?i\)(.+)$/s.exec(value) ?? [];
  const text = patternText(insensitive ?? value);
  return text === undefined ? undefined : verbatim(insensitive === undefined ? text : `${text}i`);
};

/** `'GET'`, `/5../`, `not(['a', 'b'])`; nothing where a match cannot be written so that it reads the same. */
const matchCode = ({ operator, value }: LabelMatcher): Code | undefined => {
  const compared = operator.endsWith('~') ? patternCode(value) : verbatim(quoted(value));
  return compared !== undefined && operator.startsWith('!') ? called('not', compared) : compared;
};

const whereCode = (metric: Code, matchers: readonly LabelMatcher[]): Code | undefined => {
  if (matchers.length === 0) return metric;
  const labels = matchers.map(({ label }) => label);
  const matches = matchers.flatMap((each) => {
    const code = matchCode(each);
    return code === undefined ? [] : [[each.label, code] as const];
  });
  return new Set(labels).size < labels.length || matches.length < labels.length
    ? undefined
    : method(metric, 'where', object(Object.fromEntries(matches)));
};

const partOf = (name: string): string | undefined =>
  /_bucket$/.test(name)
    ? 'bucketsOf'
    : /_sum$/.test(name)
      ? 'sumOf'
      : /_count$/.test(name)
        ? 'countOf'
        : undefined;

/** A selector by the metric that the catalogue declares; nothing where it names none, or one of which only a part is declared. */
export const metricCode = (
  { metric: { name }, matchers, offset, at }: Selector,
  { named }: Catalogue,
): TypedMetric | undefined => {
  const found = named.get(name);
  if (found === undefined || found.isView || at !== undefined) return undefined;
  const { info, metric } = found;
  const narrowed = whereCode(verbatim(found.code), matchers);
  const whole =
    narrowed !== undefined && offset !== undefined
      ? method(narrowed, 'offset', verbatim(quoted(offset)))
      : narrowed;
  if (whole === undefined) return undefined;
  if (info.name === metric.name) return metric.kind === 'summary' ? undefined : { code: whole, info };
  const part = partOf(info.name);
  return part === undefined ? undefined : { code: called(part, whole), info, whole };
};
