import { constantsOf, folded } from '#derive/search/constants.js';
import { edgesAbout } from '#derive/search/edges.js';
import { byKey } from '#ground/by-key.js';
import { type Call, type Expr, selectors, walk } from '#promql/expr/ast.js';
import { informed } from '#rules/metrics/recorded.js';
import type { Understood } from '#rules/understood.js';
import type { Catalogue } from './catalogue.js';

const part = /_bucket$/;

/** The edges of histograms, by their names. */
export type Edges = ReadonlyMap<string, readonly number[]>;

interface Edge {
  readonly family: string;
  readonly edge: number;
}

const ascending = (edges: readonly Edge[]): Edges =>
  new Map(
    [...byKey(edges, ({ family }) => family)].map(([family, all]) => [
      family,
      [...new Set(all.map(({ edge }) => edge))].toSorted((a, b) => a - b),
    ]),
  );

/** The edges that matchers name. */
const named = (exprs: readonly Expr[]): readonly Edge[] =>
  exprs.flatMap(selectors).flatMap(({ metric: { name }, matchers }) =>
    matchers.flatMap(({ label, operator, value }) => {
      const edge = Number(value);
      return label === 'le' && operator === '=' && Number.isFinite(edge) && part.test(name)
        ? [{ family: name.replace(part, ''), edge }]
        : [];
    }),
  );

const quantilesIn = (exprs: readonly Expr[]): readonly Call[] =>
  exprs.flatMap((expr) =>
    [...walk(expr)].flatMap((each) =>
      each.type === 'call' && each.function === 'histogram_quantile' ? [each] : [],
    ),
  );

/** Most things take so long, or are so large: beside what lies about limits. */
const usual = [0.1, 1, 10];

/** Edges about all that is held against values: not about which quantile is read of them. */
const edgesOf = (exprs: readonly Expr[]): readonly number[] => {
  const quantiles = new Set(quantilesIn(exprs).map(({ args: [quantile] }) => quantile && folded(quantile)));
  const limits = exprs.flatMap(constantsOf).filter((value) => !quantiles.has(value));
  // What is read in another unit than it is observed in is multiplied.
  const scaled = limits.includes(1_000) ? limits.map((value) => value / 1_000) : [];
  return [...usual, ...edgesAbout([...limits, ...scaled])];
};

/** What an expression reads, by itself and through what rules record. */
const readThrough = (expr: Expr, records: ReadonlyMap<string, readonly Expr[]>): readonly Expr[] => {
  const found = new Set([expr]);
  // What is added on the way is visited too.
  for (const each of found)
    for (const { metric } of selectors(each))
      for (const record of records.get(metric.name) ?? []) found.add(record);
  return [...found];
};

/** Edges about the limits of each alert that reads a quantile of a histogram: it is derived by these. */
const aboutLimits = ({ of }: Understood): readonly Edge[] => {
  const rules = [...of].flatMap(([rule, read]) => ('expr' in read ? [{ rule, expr: read.expr }] : []));
  const records = new Map(
    [
      ...byKey(
        rules.filter(({ rule }) => rule.kind === 'record'),
        ({ rule }) => rule.name,
      ),
    ].map(([name, all]) => [name, all.map(({ expr }) => expr)]),
  );
  return rules
    .filter(({ rule }) => rule.kind === 'alert')
    .flatMap(({ expr }) => {
      const read = readThrough(expr, records);
      const quantiles = quantilesIn(read);
      const families = new Set(
        quantiles
          .flatMap((each) => readThrough(each, records))
          .flatMap(selectors)
          .flatMap(({ metric: { name } }) =>
            part.test(name) && !records.has(name) ? [name.replace(part, '')] : [],
          ),
      );
      const edges = edgesOf([expr, ...read.filter((each) => quantilesIn([each]).length > 0)]);
      return [...families].flatMap((family) => edges.map((edge) => ({ family, edge })));
    });
};

/**
 * The edges of each histogram that rules read, as far as they tell: those that their matchers name, and such as lie about the limits that
 * alerts hold its observations against.
 */
export const edgesTold = (known: Understood): Edges => {
  const exprs = [...known.of.values()].flatMap((read) => ('expr' in read ? [read.expr] : []));
  return ascending([...aboutLimits(known), ...named(exprs)]);
};

/** The same rules, over histograms of which it is known in which buckets they count. */
export const withBuckets = ({ of, metrics }: Understood, catalogue: Catalogue): Understood => {
  const lookup = (name: string) => {
    const told = metrics.get(name);
    const buckets = part.test(name) ? catalogue.named.get(name)?.info.buckets : undefined;
    return told && buckets ? { ...told, buckets } : undefined;
  };
  return {
    metrics,
    of: new Map(
      [...of].map(([rule, read]) => [rule, 'expr' in read ? { expr: informed(read.expr, lookup) } : read]),
    ),
  };
};
