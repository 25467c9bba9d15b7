import type { Reason } from '#ground/fault.js';
import type { Release } from '#ground/release.js';
import { rememberedByText } from '#ground/remembered.js';
import { isLegacyLabelName, isLegacyMetricName } from '#promql/metric/spelling.js';
import { type Call, type Expr, walk } from './ast.js';
import { type Known, aggregations, functions } from './functions.js';

/** What not every release of Prometheus reads. */
export interface Need {
  /** The first release that reads it. */
  readonly since: Release;
  /** What it is, as the rest of a sentence after "because". */
  readonly why: string;
  /** By which flag releases before read it too, and from which one on: a word of `--enable-feature`. */
  readonly flag?: { readonly since: Release; readonly feature: string };
}

/** The oldest release that anything is written for, which reads what needs nothing. */
const oldest: Release = '2.42';

/** What an expression needs of Prometheus, each once, whatever release there is. */
export const needsOf = (expr: Expr): readonly Need[] => distinct([...walk(expr)].flatMap(needsHere));

/** Names that stand between quotes: `{"http.server.duration"}`. */
export const needsOfNames = (metrics: readonly string[], labels: readonly string[]): readonly Need[] =>
  distinct(
    [
      ...metrics.filter((name) => name !== '' && !isLegacyMetricName(name)),
      ...labels.filter((label) => !isLegacyLabelName(label)),
    ].map((name) => ({
      since: '3.0',
      why: `"${name}" is a name in quotes`,
    })),
  );

/** Needs without those that are there twice. */
export const distinct = (needs: readonly Need[]): readonly Need[] => [
  ...new Map(needs.map((need) => [`${need.since} ${need.why}`, need])).values(),
];

const needsHere = (expr: Expr): readonly Need[] => {
  switch (expr.type) {
    case 'selector':
      return needsOfNames(
        [expr.metric.name],
        expr.matchers.map(({ label }) => label),
      );
    case 'call':
      return [...ofKnown(expr.function, functions.get(expr.function)), ...ofMadeLabel(expr)];
    case 'aggregation':
      return [
        ...ofKnown(expr.operator, aggregations.get(expr.operator)),
        ...needsOfNames([], expr.grouping?.labels ?? []),
      ];
    case 'binary': {
      const { labels = [], group } = expr.matching ?? {};
      return needsOfNames([], [...labels, ...(group?.include ?? [])]);
    }
    default:
      return [];
  }
};

const experimental = 'promql-experimental-functions';

/** The release from which on it needs no flag, else the one that knows it at all. */
const ofKnown = (name: string, known: Known | undefined): readonly Need[] => {
  const since = known?.stable ?? known?.since ?? oldest;
  const flagged = known?.stable !== undefined && known.since !== undefined && known.since !== since;
  return isAfter(since, oldest)
    ? [
        {
          since,
          why: `${name} came with it`,
          ...(flagged && { flag: { since: known.since ?? since, feature: experimental } }),
        },
      ]
    : [];
};

/** Functions write a label that needs quotes only since 3.3. */
const ofMadeLabel = ({ function: name, args: [, to] }: Call): readonly Need[] =>
  name === 'label_replace' && to?.type === 'string' && !isLegacyLabelName(to.value)
    ? [{ since: '3.3', why: `label_replace makes the label "${to.value}"` }]
    : [];

const isAfter = (one: Release, other: Release): boolean => {
  const [[a = 0, b = 0], [c = 0, d = 0]] = [parts(one), parts(other)];
  return a > c || (a === c && b > d);
};
const parts = rememberedByText((release): readonly number[] => release.split('.').map(Number));

/** What is known only with a flag of Prometheus's, which nothing that is written can set, each as a sentence. */
export const experimentalFaults = (expr: Expr): readonly Reason[] =>
  [...walk(expr)].flatMap((each) => {
    if (each.type === 'call') return ofFlag(each.function, functions.get(each.function));
    return each.type === 'aggregation' ? ofFlag(each.operator, aggregations.get(each.operator)) : [];
  });

const ofFlag = (name: string, known: Known | undefined): readonly Reason[] =>
  !known || known.stable !== undefined
    ? []
    : [
        {
          code: 'needs-a-flag',
          why: `${name} is experimental: Prometheus knows it since ${known.since}, and only with --enable-feature=promql-experimental-functions; it refuses the whole file without`,
        },
      ];
