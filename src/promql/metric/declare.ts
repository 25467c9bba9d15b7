import type { Code } from '#ground/codes/codes.js';
import { type Fault, refuse } from '#ground/fault.js';
import { twice } from '#ground/repeated.js';
import type { Unless } from '#promql/refused.js';
import { type Unit, type UnitOfName, unitOfName } from '#promql/unit/unit.js';
import { type TargetLabel, targetLabels } from './label.js';
import { type Kind, Metric } from './metric.js';
import { shapeFaults, valueFaults } from './declaration.js';
import { type CounterName, type DistributionName, type GaugeName, conventionFaults } from './name.js';
import { type Misspelt, misspeltLabel, misspeltMetric } from './spelling.js';
import { type Buckets, storageFaults } from './storage.js';

type Closed = Readonly<Record<string, readonly string[]>>;

/** Labels of a list that was made elsewhere are any text to the compiler, which could not refuse one that is missing. */
type OneByOne<L extends string> = Unless<
  string extends L
    ? "which labels these are is not known: write them one by one, labels: ['path', 'status']"
    : never
>;

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
/** Between which values a gauge is. */
export interface Range {
  /** Least and greatest value that it can take. */
  readonly range?: readonly [least: number, greatest: number];
}
interface Why {
  /** How the name breaks the conventions, and why it cannot be mended at its source. */
  readonly why: string;
}

type Values<L extends string, C extends Closed> = {
  readonly [K in L | TargetLabel]: K extends keyof C ? C[K][number] : string;
};

type Conventional<K extends Kind, N extends string> = K extends 'counter'
  ? CounterName<N>
  : K extends 'gauge'
    ? GaugeName<N>
    : DistributionName<N>;

interface Declare<K extends Kind, Further = unknown> {
  // A name that breaks the conventions is told the one that it should be.
  <
    const N extends string,
    const L extends string = never,
    const C extends Closed = {},
    const U extends Unit = UnitOfName<N>,
  >(
    name: N extends Conventional<K, N> ? N : Conventional<K, N>,
    declaration: Declaration<L, C, U> & Further & OneByOne<L>,
  ): Metric<K, Values<NoInfer<L>, C>, NoInfer<U>>;
}

interface DeclareUnconventional<K extends Kind, Further = unknown> {
  <
    const N extends string,
    const L extends string = never,
    const C extends Closed = {},
    const U extends Unit = UnitOfName<N>,
  >(
    name: N,
    declaration: Declaration<L, C, U> & Further & Why & OneByOne<L>,
  ): Metric<K, Values<NoInfer<L>, C>, NoInfer<U>>;
}

const declare =
  <K extends Kind>(kind: K, isMeant = false) =>
  (
    name: string,
    declaration: Declaration<string, Closed, Unit> & Range & Partial<Buckets & Why>,
  ): Metric<K, never, never> => {
    const { help, labels = [], values = {}, unit = unitOfName(name), buckets, range } = declaration;
    const { stored = 'classic' } = declaration;
    refuse(`metric ${name}`, shapeFaults(kind, declaration));
    refuse(`metric ${name}`, [
      ...spellingFaults(name, labels, isMeant),
      ...(isMeant ? unexplained(name, declaration) : conventionFaults(kind, name)),
      ...valueFaults(labels, values),
      ...declarationFaults(labels, values, buckets, range),
      ...(kind === 'histogram' ? storageFaults(stored, buckets) : []),
    ]);
    return new Metric({
      kind,
      name,
      help,
      // The signatures above say which labels and unit it has: the compiler works them out of the same declaration.
      unit: unit as never,
      labels: [...new Set([...labels, ...targetLabels])],
      ownLabels: labels,
      values,
      ...(buckets && { buckets }),
      ...(stored !== 'classic' && { stored }),
      ...(range && { range }),
    });
  };

/** @param isMeant Whether somebody says why the names are as they are. */
const spellingFaults = (name: string, labels: readonly string[], isMeant: boolean): readonly Fault[] => {
  const told = (what: string, fault: Misspelt | undefined): readonly Fault[] =>
    fault
      ? [{ where: '', what, code: 'bad-metric-name', why: `'${what}' ${fault.why}`, cure: fault.cure }]
      : [];
  return [
    ...told(name, misspeltMetric(name, isMeant)),
    ...labels.flatMap((label) => told(label, misspeltLabel(label, isMeant))),
  ];
};

const declarationFaults = (
  labels: readonly string[],
  values: Closed,
  buckets: readonly number[] = [],
  [least, greatest]: readonly [number, number] = [-Infinity, Infinity],
): readonly Fault[] => {
  const ofLabel =
    (code: Code, why: (label: string) => string, cure: string) =>
    (label: string): Fault => ({ where: '', what: label, code, why: why(label), cure });
  const ascend = buckets.every((edge, i) => i === 0 || edge > (buckets[i - 1] ?? -Infinity));
  return [
    ...labels
      .filter((label) => label.startsWith('__'))
      .map(ofLabel('reserved-label', (label) => `'${label}' is Prometheus's own`, 'begin it with a letter')),
    ...labels
      .filter((label) => label === 'le' || label === 'quantile')
      .map(
        ofLabel(
          'reserved-label',
          (label) => `${label} is the histogram's or summary's own label`,
          'leave it out',
        ),
      ),
    ...twice(labels).map(ofLabel('label-twice', (label) => `label ${label} is named twice`, 'name it once')),
    ...Object.keys(values)
      .filter((label) => values[label]?.length === 0)
      .map(
        ofLabel(
          'holds-nothing',
          (label) => `label ${label} has no value at all`,
          'list them, or leave it out of values',
        ),
      ),
    ...(ascend
      ? []
      : [
          {
            where: '',
            what: buckets.join(', '),
            code: 'bad-buckets' as const,
            why: `buckets ${buckets.join(', ')} do not ascend`,
            cure: 'sort them',
          },
        ]),
    ...(buckets.includes(Infinity)
      ? [
          {
            where: '',
            what: '+Inf',
            code: 'bad-buckets' as const,
            why: 'buckets name +Inf, which is always there',
            cure: 'leave it out',
          },
        ]
      : []),
    ...(least > greatest
      ? [
          {
            where: '',
            what: `${least} to ${greatest}`,
            code: 'ends-before-it-begins' as const,
            why: `its range ${least} to ${greatest} is empty`,
            cure: 'write the least value first',
          },
        ]
      : []),
  ];
};

/** A number that only grows, until its process starts anew. Its name ends in `_total`. */
export const counter: Declare<'counter'> = declare('counter');

/** A number that goes up and down. */
export const gauge: Declare<'gauge', Range> = declare('gauge');

/**
 * Observations counted in buckets. The name ends in its unit; the buckets are those of the program that exports it. How Prometheus stores
 * it is said too where that is not as a classic histogram: see `Storage`, and what a scrape says of histograms.
 */
export const histogram: Declare<'histogram', Buckets> = declare('histogram');

/** Observations summed up, with quantiles computed by the client where it offers any. */
export const summary: Declare<'summary'> = declare('summary');

/** A name that breaks the conventions, and nobody says why it must. */
const unexplained = (name: string, { why }: Partial<Why>): readonly Fault[] =>
  why === undefined
    ? [
        {
          where: 'why',
          what: name,
          code: 'breaks-conventions',
          why: 'it does not say why its name cannot be mended',
          cure: "write why: '…'",
        },
      ]
    : [];

/** A name that does not keep to the conventions. */
export interface Unconventional {
  readonly counter: DeclareUnconventional<'counter'>;
  readonly gauge: DeclareUnconventional<'gauge', Range>;
  readonly histogram: DeclareUnconventional<'histogram', Buckets>;
  readonly summary: DeclareUnconventional<'summary'>;
}

/** Metrics of other people's programs whose names break the conventions: visible in review, with the reason. */
export const unconventional: Unconventional = {
  counter: declare('counter', true),
  gauge: declare('gauge', true),
  histogram: declare('histogram', true),
  summary: declare('summary', true),
};

/** Upper edges of prometheus_client's default buckets, in seconds. */
export const pythonBuckets = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
] as const;

/** Upper edges of client_golang's default buckets, in seconds. */
export const goBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
