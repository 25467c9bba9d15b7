import type { Kind, Storage } from '#promql/expr/ast.js';
import { goBuckets, pythonBuckets } from '#promql/metric/declare.js';
import { conventionalName } from '#promql/metric/name.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Family } from './exposition.js';

/** A metric as a catalogue declares it. */
export interface Declared {
  readonly name: string;
  readonly kind: Kind;
  readonly help: string;
  readonly labels: readonly string[];
  /** The values of labels, where these are known and no others are. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Where the name does not tell the unit. */
  readonly unit?: Unit;
  /** Upper edges of finite buckets, of a histogram. */
  readonly buckets?: readonly number[];
  /** How a histogram is stored, where that is not as a classic one. */
  readonly stored?: Exclude<Storage, 'classic'>;
  /** Least and greatest value of a gauge. */
  readonly range?: readonly [least: number, greatest: number];
  /** The name that the conventions would have, where this is another. */
  readonly conventional?: string;
}

/** What has no type is read as a gauge, as it stands. */
const kindOf = (type: string): Kind =>
  type === 'counter' || type === 'histogram' || type === 'summary' ? type : 'gauge';

/** The edges of a histogram's finite buckets, ascending. */
export const edgesOf = ({ series }: Family): readonly number[] =>
  [...new Set(series.flatMap(({ le }) => (le === undefined || le === '+Inf' ? [] : [Number(le)])))].toSorted(
    (a, b) => a - b,
  );

/** The labels that its program sets, in the order in which they come. */
export const labelsOf = ({ series }: Family): readonly string[] =>
  [...new Set(series.flatMap((labels) => Object.keys(labels)))].filter(
    (label) => label !== 'le' && label !== 'quantile',
  );

/** When a series began, as prometheus_client says beside each counter, histogram and summary: no metric that anybody reads. */
export const isCreated = (name: string, scrape: ReadonlyMap<string, Family>): boolean => {
  const of = name.replace(/_created$/, '');
  return of !== name && [of, `${of}_total`].some((each) => scrape.has(each));
};

/** What a scrape exports, as a catalogue would declare it, in the scrape's order; what has no series yet is left out. */
export const declaredIn = (scrape: ReadonlyMap<string, Family>): readonly Declared[] =>
  [...scrape]
    .filter(([name, { series }]) => series.length > 0 && !isCreated(name, scrape))
    .map(([name, family]) => {
      const kind = kindOf(family.type);
      const conventional = conventionalName(kind, name);
      return {
        ...{ name, kind, help: family.help, labels: labelsOf(family) },
        ...(kind === 'histogram' && { buckets: edgesOf(family) }),
        ...(conventional !== name && { conventional }),
      };
    });

/** The name under which the library knows these edges, where it knows them. */
export const knownBuckets = (edges: readonly number[]): 'pythonBuckets' | 'goBuckets' | undefined => {
  if (edges.join() === pythonBuckets.join()) return 'pythonBuckets';
  return edges.join() === goBuckets.join() ? 'goBuckets' : undefined;
};
