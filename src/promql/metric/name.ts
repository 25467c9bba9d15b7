import type { Fault } from '#ground/fault.js';
import type { Kind } from '#promql/expr/ast.js';

/** Suffixes that are no base unit of Prometheus, https://prometheus.io/docs/practices/naming/#base-units, and the one to use. */
const baseUnits = {
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
type BaseUnitOf = typeof baseUnits;

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

const inBaseUnit = (name: string): string => {
  const mended = Object.entries(baseUnits).find(([suffix]) => name.endsWith(`_${suffix}`));
  return mended ? `${name.slice(0, -mended[0].length)}${mended[1]}` : name;
};

/** A name without one of these endings, which are of another kind. */
const without = (name: string, endings: readonly string[]): string => {
  const ending = endings.find((each) => name.endsWith(`_${each}`));
  return ending === undefined ? name : name.slice(0, -ending.length - 1);
};

/** The same at run time. */
export const conventionalName = (kind: Kind, name: string): string => {
  if (name.includes('.')) return name;
  if (kind === 'counter') return `${inBaseUnit(without(name, ['total']))}_total`;
  return inBaseUnit(
    without(name, kind === 'gauge' ? ['total', 'bucket'] : ['total', 'bucket', 'sum', 'count']),
  );
};

/** A name that breaks the conventions. */
export const conventionFaults = (kind: Kind, name: string): readonly Fault[] => {
  const meant = conventionalName(kind, name);
  return meant === name
    ? []
    : [
        {
          where: '',
          what: name,
          code: 'breaks-conventions',
          why: `'${name}' breaks the conventions of Prometheus for a ${kind}`,
          cure: `write ${meant}, or declare it by unconventional.${kind}, with why`,
        },
      ];
};
