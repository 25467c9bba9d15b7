import { type Duration, inSeconds, isDuration } from '#ground/duration.js';
import type { Selector } from '#promql/expr/ast.js';
import { type LongWindow, burnRates, exactly } from '#alerts/slo/burn-rate.js';
import { nameAnnotation } from '#openslo/object.js';
import { countedBy } from './counter.js';
import { type Document, type Fields, documentOf, fieldsOf, listOf, numberOf, textOf } from './documents.js';

/** An objective that can be said in the library's words. */
export interface Objective {
  /** `Availability`. */
  readonly name: string;
  readonly service: string;
  readonly title: string;
  /** What bad events are called; nothing where it is not said. */
  readonly failures: string | undefined;
  readonly total: Selector;
  readonly part: { readonly counts: 'good' | 'bad'; readonly of: Selector };
  readonly target: number;
  readonly window: Duration;
  /** Nothing where all alerts of the workbook are there. */
  readonly alerts: readonly LongWindow[] | undefined;
}

/** Something that came in and is not said, or not as it was, and why. */
export interface Unsaid {
  readonly what: string;
  readonly why: string;
}

/** What became of one objective. */
export interface ObjectiveRead {
  readonly objective?: Objective;
  readonly unsaid: readonly Unsaid[];
}

const days: Readonly<Record<string, number>> = { M: 30, Q: 90, Y: 365 };

/** A length of OpenSLO, of which months, quarters and years are so many days. */
const lengthOf = (text: string | undefined): Duration | undefined => {
  const [, amount, unit = ''] = /^(\d+)([MQY])$/.exec(text ?? '') ?? [];
  const length = amount === undefined ? text : `${Number(amount) * (days[unit] ?? 0)}d`;
  return length !== undefined && isDuration(length) ? length : undefined;
};

/** `api-availability` as `ApiAvailability`. */
const camelCase = (name: string): string =>
  name
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('')
    .replace(/^\d/, 'Slo$&');

const nameOf = ({ name, metadata }: Document, service: string): string =>
  textOf(fieldsOf(metadata['annotations'])[nameAnnotation]) ??
  camelCase(name.startsWith(`${service}-`) ? name.slice(service.length + 1) : name);

/** A query of Prometheus; of another source, or of none, nothing. */
const queryOf = (metric: unknown): string | undefined => {
  const { type, spec } = fieldsOf(fieldsOf(metric)['metricSource']);
  const isPrometheus =
    type === undefined || /prometheus|mimir|thanos|cortex|victoria/i.test(textOf(type) ?? '');
  return isPrometheus ? textOf(fieldsOf(spec)['query']) : undefined;
};

type Read<T> = { readonly is: T } | { readonly why: string };

const selectorOf = (metric: unknown, what: string): Read<Selector> => {
  const query = queryOf(metric);
  if (query === undefined) return { why: `${what} is no query of Prometheus` };
  const is = countedBy(query);
  return is === undefined
    ? { why: `${what} does more than add up a counter, as sum(rate(…[5m])) does: ${query}` }
    : { is };
};

type Ratio = Pick<Objective, 'total' | 'part'>;

const ratioOf = (indicator: Fields): Read<Ratio> => {
  const { ratioMetric, thresholdMetric } = indicator;
  if (thresholdMetric !== undefined) return { why: 'a threshold metric counts no events' };
  const { good, bad, total } = fieldsOf(ratioMetric);
  const counts = good !== undefined ? 'good' : 'bad';
  if (total === undefined || (good === undefined && bad === undefined))
    return { why: 'its share is made already, and tells of no events' };
  const all = selectorOf(total, 'total');
  const of = selectorOf(good ?? bad, counts);
  if ('why' in all) return all;
  return 'why' in of ? of : { is: { total: all.is, part: { counts, of: of.is } } };
};

interface Alerts {
  readonly alerts: Objective['alerts'];
  readonly unsaid: readonly string[];
}

/** The alerts of the workbook over the windows of its conditions; all that can be had where it has none. */
const alertsOf = (conditions: readonly Fields[], target: number, window: Duration): Alerts => {
  const all = burnRates({ share: exactly(1 - target), window });
  const rates = all.filter(({ long, badShare }) => badShare < 1 && inSeconds(long) < inSeconds(window));
  const asked = conditions.map((condition) => ({
    over: textOf(condition['lookbackWindow']) ?? '',
    at: numberOf(condition['threshold']),
  }));
  const wanted =
    asked.length === 0 ? rates : rates.filter(({ long }) => asked.some(({ over }) => over === long));
  const unsaid = asked.flatMap(({ over, at }) => {
    const rate = rates.find(({ long }) => long === over);
    const said = `its alert on a burn rate of ${at} over ${over}`;
    if (rate === undefined)
      return [`${said} is left out: there are alerts over ${rates.map(({ long }) => long).join(', ')}`];
    return rate.factor === at ? [] : [`${said} is written at ${rate.factor}, as the workbook has it`];
  });
  return { alerts: wanted.length === all.length ? undefined : wanted.map(({ long }) => long), unsaid };
};

const found = (
  documents: readonly Document[],
  kind: string,
  name: string | undefined,
): Document | undefined => documents.find((each) => each.kind === kind && each.name === name);

/** What stands inline, or the document that is referred to. */
const referred = (
  { file }: Document,
  value: Fields,
  ref: string,
  kind: string,
  documents: readonly Document[],
): Document | undefined =>
  value[ref] === undefined ? documentOf(value, file) : found(documents, kind, textOf(value[ref]));

const conditionsOf = (slo: Document, documents: readonly Document[]): readonly Fields[] =>
  listOf(slo.spec['alertPolicies'])
    .flatMap((each) => referred(slo, each, 'alertPolicyRef', 'AlertPolicy', documents) ?? [])
    .flatMap((policy) => listOf(policy.spec['conditions']))
    .flatMap((each) => referred(slo, each, 'conditionRef', 'AlertCondition', documents) ?? [])
    .map(({ spec }) => fieldsOf(spec['condition']));

const targetOf = ({ target, targetPercent }: Fields): number | undefined => {
  const percent = numberOf(targetPercent);
  return numberOf(target) ?? (percent === undefined ? undefined : exactly(percent / 100));
};

/** Each objective of an SLO. */
export const objectivesOf = (slo: Document, documents: readonly Document[]): readonly ObjectiveRead[] => {
  const { spec, metadata } = slo;
  const what = `SLO ${slo.name}`;
  const service = textOf(spec['service']) ?? 'service';
  const left = (why: string): readonly ObjectiveRead[] => [
    { unsaid: [{ what, why: `it is left out: ${why}` }] },
  ];
  const objectives = listOf(spec['objectives']);
  const method = textOf(spec['budgetingMethod']);
  if (method !== undefined && method !== 'Occurrences') return left(`its budget is counted by ${method}`);
  if (objectives.some((each) => each['indicator'] ?? each['indicatorRef']))
    return left('it is made of others');
  const indicator =
    spec['indicatorRef'] === undefined
      ? documentOf(fieldsOf(spec['indicator']), slo.file)
      : found(documents, 'SLI', textOf(spec['indicatorRef']));
  if (indicator === undefined) return left(`there is no SLI ${textOf(spec['indicatorRef']) ?? ''}`);
  const ratio = ratioOf(indicator.spec);
  if ('why' in ratio) return left(ratio.why);
  const [timed] = listOf(spec['timeWindow']);
  const window = lengthOf(textOf(timed?.['duration']) ?? '30d');
  if (window === undefined) return left(`its window is ${textOf(timed?.['duration']) ?? ''}`);
  const calendar =
    timed?.['calendar'] === undefined
      ? []
      : [`its window rolls over ${window}, and does not begin with a day of the calendar`];
  const title = textOf(metadata['displayName']) ?? slo.name;
  return objectives.map((each, i): ObjectiveRead => {
    const target = targetOf(each);
    if (target === undefined || target <= 0 || target >= 1)
      return { unsaid: [{ what, why: 'it is left out: its target is none between 0 and 1' }] };
    const { alerts, unsaid } = alertsOf(conditionsOf(slo, documents), target, window);
    return {
      objective: {
        ...ratio.is,
        ...{ service, target, window, alerts, failures: textOf(indicator.spec['description']) },
        name: `${nameOf(slo, service)}${i === 0 ? '' : i + 1}`,
        title: objectives.length > 1 ? (textOf(each['displayName']) ?? title) : title,
      },
      unsaid: [...calendar, ...unsaid].map((why) => ({ what, why })),
    };
  });
};
