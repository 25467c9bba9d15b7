import { type Unit, type UnitOfName, unitOfName } from '../unit/unit.js';
import { type TargetLabel, isLabelName, targetLabels } from './label.js';
import { type Kind, Metric } from './metric.js';

/** Suffixes that are no base unit of Prometheus, https://prometheus.io/docs/practices/naming/#base-units. */
type NotBaseUnit =
  | 'milliseconds'
  | 'ms'
  | 'microseconds'
  | 'nanoseconds'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'kilobytes'
  | 'megabytes'
  | 'kb'
  | 'mb'
  | 'percent';
type Stem<N extends string> = N extends `${infer S}_total` ? S : N;
type BaseUnit<N extends string> = Stem<N> extends `${string}_${NotBaseUnit}` ? never : N;

type CounterName<N extends string> = N extends `${string}_total` ? BaseUnit<N> : never;
type GaugeName<N extends string> = N extends `${string}_total` | `${string}_bucket` ? never : BaseUnit<N>;
type DistributionName<N extends string> = N extends
  `${string}_total` | `${string}_bucket` | `${string}_sum` | `${string}_count`
  ? never
  : BaseUnit<N>;

type Closed = Readonly<Record<string, readonly string[]>>;

interface Declaration<L extends string, C extends Closed, U extends Unit> {
  /** What `# HELP` says of it. */
  readonly help: string;
  /** The labels that the application sets; the target's are known. */
  readonly labels?: readonly L[];
  /** The values of those labels that are a closed set. */
  readonly values?: C & { readonly [K in keyof C]: K extends L ? C[K] : never };
  /** Where the name does not tell the unit. */
  readonly unit?: U;
}
interface Range {
  /** Least and greatest value that it can take. */
  readonly range?: readonly [least: number, greatest: number];
}
interface Buckets {
  /** Upper edges of the finite buckets, ascending. */
  readonly buckets: readonly number[];
}

type Values<L extends string, C extends Closed> = {
  readonly [K in L | TargetLabel]: K extends keyof C ? C[K][number] : string;
};

const declare = <K extends Kind, N extends string, L extends string, C extends Closed, U extends Unit>(
  kind: K,
  name: N,
  declaration: Declaration<L, C, U> & Range & Partial<Buckets>,
): Metric<K, Values<L, C>, U> => {
  const { help, labels = [], values, unit, buckets, range } = declaration;
  refuse(name, labels, buckets);
  const info = {
    kind,
    name,
    help,
    // The compiler has worked the same unit out of the name: UnitOfName and unitOfName are one table twice.
    unit: unit ?? (unitOfName(name) as U),
    labels: [...new Set<string>([...labels, ...targetLabels])],
    ownLabels: labels,
    values: values ?? {},
    ...(buckets && { buckets }),
    ...(range && { range }),
  };
  return new Metric(info);
};

const refuse = (name: string, labels: readonly string[], buckets: readonly number[] = []): void => {
  const faults = [
    ...(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name)
      ? []
      : [`'${name}' is not a metric name; use letters, digits and _`]),
    ...labels
      .filter((label) => !isLabelName(label))
      .map((label) => `'${label}' is not a label name; use letters, digits and _`),
    ...labels
      .filter((label) => label === 'le' || label === 'quantile')
      .map((label) => `${label} is the histogram's or summary's own label; leave it out`),
    ...(buckets.some((edge, i) => i > 0 && edge <= (buckets[i - 1] ?? -Infinity))
      ? [`buckets ${buckets.join(', ')} do not ascend; sort them`]
      : []),
    ...(buckets.includes(Infinity) ? ['buckets name +Inf; it is always there, leave it out'] : []),
  ];
  if (faults.length > 0) throw new Error(`metric ${name}: ${faults.join('; ')}`);
};

/** A number that only grows, until its process starts anew. Its name ends in `_total`. */
export const counter = <
  const N extends string,
  const L extends string = never,
  const C extends Closed = {},
  const U extends Unit = UnitOfName<N>,
>(
  name: N & CounterName<N>,
  declaration: Declaration<L, C, U>,
): Metric<'counter', Values<L, C>, U> => declare<'counter', N, L, C, U>('counter', name, declaration);

/** A number that goes up and down. */
export const gauge = <
  const N extends string,
  const L extends string = never,
  const C extends Closed = {},
  const U extends Unit = UnitOfName<N>,
>(
  name: N & GaugeName<N>,
  declaration: Declaration<L, C, U> & Range,
): Metric<'gauge', Values<L, C>, U> => declare<'gauge', N, L, C, U>('gauge', name, declaration);

/** Observations counted in buckets. The name ends in its unit; the buckets are those of the program that exports it. */
export const histogram = <
  const N extends string,
  const L extends string = never,
  const C extends Closed = {},
  const U extends Unit = UnitOfName<N>,
>(
  name: N & DistributionName<N>,
  declaration: Declaration<L, C, U> & Buckets,
): Metric<'histogram', Values<L, C>, U> => declare<'histogram', N, L, C, U>('histogram', name, declaration);

/** Observations summed up, with quantiles computed by the client where it offers any. */
export const summary = <
  const N extends string,
  const L extends string = never,
  const C extends Closed = {},
  const U extends Unit = UnitOfName<N>,
>(
  name: N & DistributionName<N>,
  declaration: Declaration<L, C, U>,
): Metric<'summary', Values<L, C>, U> => declare<'summary', N, L, C, U>('summary', name, declaration);

interface Why {
  /** How the name breaks the conventions, and why it cannot be mended at its source. */
  readonly why: string;
}

/** Metrics of other people's programs whose names break the conventions: visible in review, with the reason. */
export const unconventional = {
  counter: <
    const N extends string,
    const L extends string = never,
    const C extends Closed = {},
    const U extends Unit = UnitOfName<N>,
  >(
    name: N,
    declaration: Declaration<L, C, U> & Why,
  ): Metric<'counter', Values<L, C>, U> => declare<'counter', N, L, C, U>('counter', name, declaration),
  gauge: <
    const N extends string,
    const L extends string = never,
    const C extends Closed = {},
    const U extends Unit = UnitOfName<N>,
  >(
    name: N,
    declaration: Declaration<L, C, U> & Range & Why,
  ): Metric<'gauge', Values<L, C>, U> => declare<'gauge', N, L, C, U>('gauge', name, declaration),
};

/** Upper edges of prometheus_client's and client_golang's default buckets, in seconds. */
export const pythonBuckets = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
] as const;
export const goBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
