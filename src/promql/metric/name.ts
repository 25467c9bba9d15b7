import type { Kind } from '#promql/expr/ast.js';

/** Suffixes that are no base unit of Prometheus, https://prometheus.io/docs/practices/naming/#base-units, and the one to use. */
const baseUnitOf = {
  ms: 'seconds',
  milliseconds: 'seconds',
  us: 'seconds',
  microseconds: 'seconds',
  ns: 'seconds',
  nanoseconds: 'seconds',
  minutes: 'seconds',
  hours: 'seconds',
  days: 'seconds',
  kb: 'bytes',
  mb: 'bytes',
  gb: 'bytes',
  kilobytes: 'bytes',
  megabytes: 'bytes',
  gigabytes: 'bytes',
  percent: 'ratio',
  percentage: 'ratio',
} as const;
type BaseUnitOf = typeof baseUnitOf;

type Mended<N extends string> = {
  [K in keyof BaseUnitOf]: N extends `${infer Stem}_${K}` ? `${Stem}_${BaseUnitOf[K]}` : never;
}[keyof BaseUnitOf];

type InBaseUnit<N extends string> = [Mended<N>] extends [never] ? N : Mended<N>;

/** A name of OpenTelemetry, `http.server.duration`, which tells neither its unit nor its kind: these stand beside it. */
type Dotted = `${string}.${string}`;

/** A counter's name by the conventions: the name given where it follows them, else the one to use instead. */
export type CounterName<N extends string> = N extends Dotted
  ? N
  : N extends `${infer Stem}_total`
    ? `${InBaseUnit<Stem>}_total`
    : `${InBaseUnit<N>}_total`;

/** A gauge's name by the conventions, or the one to use instead. */
export type GaugeName<N extends string> = N extends Dotted
  ? N
  : N extends `${infer Stem}_${'total' | 'bucket'}`
    ? InBaseUnit<Stem>
    : InBaseUnit<N>;

/** A histogram's or summary's name by the conventions, or the one to use instead. */
export type DistributionName<N extends string> = N extends Dotted
  ? N
  : N extends `${infer Stem}_${'total' | 'bucket' | 'sum' | 'count'}`
    ? InBaseUnit<Stem>
    : InBaseUnit<N>;

const endings: Readonly<Record<Kind, RegExp>> = {
  counter: /(_total)+$/,
  gauge: /_(total|bucket)$/,
  histogram: /_(total|bucket|sum|count)$/,
  summary: /_(total|bucket|sum|count)$/,
};

/** The same at run time: a name by the conventions, the one given where it follows them. A test holds the two together. */
export const conventionalName = (kind: Kind, name: string): string => {
  if (name.includes('.')) return name;
  const stem = name.replace(endings[kind], '');
  const suffix = /[^_]*$/.exec(stem)?.[0] ?? '';
  const base = Object.entries(baseUnitOf).find(([unit]) => unit === suffix && stem !== suffix)?.[1];
  const mended = base === undefined ? stem : `${stem.slice(0, -suffix.length)}${base}`;
  return kind === 'counter' ? `${mended}_total` : mended;
};
