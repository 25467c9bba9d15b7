import type { Fault } from '#ground/fault.js';
import type { MetricInfo, Storage } from '#promql/expr/ast.js';

export type { Storage } from '#promql/expr/ast.js';

/** The ways in which Prometheus stores a histogram. */
export const storages = ['classic', 'native', 'native with custom buckets'] as const satisfies Storage[];

interface WithEdges {
  /** Upper edges of the finite buckets, ascending. */
  readonly buckets: readonly number[];
  /** How Prometheus stores it; as a classic histogram unless given. Custom buckets are made of classic ones, at their edges. */
  readonly stored?: 'classic' | 'native with custom buckets';
}
interface WithoutEdges {
  /** The buckets of a native histogram follow from its schema: it has no edges of its own. */
  readonly buckets?: never;
  readonly stored: 'native';
}
/** How a histogram is stored, and where its buckets end, if they end anywhere. */
export type Buckets = WithEdges | WithoutEdges;

/** What is wrong with it, where the compiler cannot see it. */
export const storageFaults = (stored: string, buckets: readonly number[] | undefined): readonly Fault[] => {
  if ((stored === 'native') === (buckets === undefined)) return [];
  return [
    stored === 'native'
      ? {
          where: 'buckets',
          what: (buckets ?? []).join(', '),
          code: 'bad-buckets',
          why: 'the buckets of a native histogram follow from its schema',
          cure: "leave buckets out, or write stored: 'native with custom buckets'",
        }
      : {
          where: 'buckets',
          what: '',
          code: 'bad-buckets',
          why: `a histogram that is stored as ${stored} has the edges that its program gives it`,
          cure: 'write them: buckets: [0.1, 0.5, 1]',
        },
  ];
};

/** Whether a histogram is one series, whose samples are histograms. */
export const isNative = ({ stored }: Pick<MetricInfo, 'stored'>): boolean => stored !== undefined;

/** How it is stored, in words: `a native histogram with custom buckets`. */
export const storageWords = ({ stored }: Pick<MetricInfo, 'stored'>): string =>
  stored === undefined
    ? 'a classic histogram'
    : `a native histogram${stored === 'native' ? '' : ' with custom buckets'}`;
