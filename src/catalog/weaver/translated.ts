import { unitWords } from './unit.js';

/** What OpenTelemetry measures with, of which Prometheus stores a metric. */
export const instruments = ['counter', 'updowncounter', 'gauge', 'histogram'] as const;
export type Instrument = (typeof instruments)[number];

/** A metric as OpenTelemetry names it. */
export interface Named {
  readonly name: string;
  readonly instrument: Instrument;
  /** In UCUM. */
  readonly unit: string;
}

/**
 * How names of OpenTelemetry become Prometheus's, by the words of Prometheus's own setting `otlp.translation_strategy`,
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/.
 */
export const strategies = {
  UnderscoreEscapingWithSuffixes: { escapes: true, adds: true },
  UnderscoreEscapingWithoutSuffixes: { escapes: true, adds: false },
  NoUTF8EscapingWithSuffixes: { escapes: false, adds: true },
  NoTranslation: { escapes: false, adds: false },
} as const;
/** One of these words. */
export type Strategy = keyof typeof strategies;
/** The one that Prometheus has unless it is told another. */
export const usual = 'UnderscoreEscapingWithSuffixes' satisfies Strategy;

const isFilled = (text: string): boolean => text !== '';
/** A name begins with no digit. */
const begun = (name: string): string => (/^\d/.test(name) ? `_${name}` : name);
const cleaned = (unit: string): string => unit.replaceAll(/[^a-zA-Z0-9:]+/g, '_').replaceAll(/^_+|_+$/g, '');

const moved = (words: readonly string[], last: string): readonly string[] => [
  ...words.filter((word) => word !== last),
  last,
];

/** Words between underscores, with those of the unit that are not among them, `total` of what counts and `ratio` of a share. */
const escapedWithSuffixes = ({ name, instrument, unit }: Named): string => {
  const own = name.split(/[^a-zA-Z0-9:]+/).filter(isFilled);
  const [main, per] = unitWords(unit).map(cleaned).filter(isFilled);
  const words = [main, per].flatMap((word) => (word === undefined || own.includes(word) ? [] : [word]));
  const whole = [...own, ...words];
  const counted = instrument === 'counter' ? moved(whole, 'total') : whole;
  const shared = instrument === 'gauge' && unit === '1' ? moved(counted, 'ratio') : counted;
  return begun(shared.join('_'));
};

const without = (name: string, ending: string): string =>
  name.endsWith(ending) && name.length > ending.length + 1 ? name.slice(0, -ending.length - 1) : name;

/** The same endings behind a name that keeps its dots. */
const keptWithSuffixes = ({ name, instrument, unit }: Named): string => {
  const [main, per] = unitWords(unit);
  const last = [
    ...(isFilled(per) ? [per] : []),
    ...(instrument === 'counter' ? ['total'] : []),
    ...(instrument === 'gauge' && unit === '1' ? ['ratio'] : []),
  ];
  const bare = last.toReversed().reduce(without, name);
  const measured = isFilled(main) && !bare.endsWith(main) ? `${bare}_${main}` : bare;
  return [measured, ...last].join('_');
};

/**
 * The name under which Prometheus stores a metric of OpenTelemetry, as its OTLP receiver and the Collector's exporter work it out,
 * https://github.com/prometheus/otlptranslator/blob/main/metric_namer.go.
 */
export const metricName = (metric: Named, strategy: Strategy): string => {
  const { escapes, adds } = strategies[strategy];
  if (escapes && adds) return escapedWithSuffixes(metric);
  if (adds) return keptWithSuffixes(metric);
  if (!escapes) return metric.name;
  return begun(
    metric.name
      .split(/[^a-zA-Z0-9:_]+/)
      .filter(isFilled)
      .join('_'),
  );
};

/** The label that an attribute becomes, https://github.com/prometheus/otlptranslator/blob/main/label_namer.go. */
export const labelName = (attribute: string, strategy: Strategy): string => {
  if (!strategies[strategy].escapes) return attribute;
  const escaped = attribute.replaceAll(/[^a-zA-Z0-9]+/g, '_');
  return /^\d/.test(escaped) ? `key_${escaped}` : escaped;
};
