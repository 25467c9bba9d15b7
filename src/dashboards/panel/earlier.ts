import type { Duration } from '#ground/duration.js';
import { inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { twice } from '#ground/repeated.js';
import { type Shape, length, listOf } from '#ground/shape.js';
import type { Query } from '#dashboards/query.js';
import { earlier } from '#promql/expr/earlier.js';
import type { Unit } from '#promql/unit/unit.js';

/** How long ago a panel also shows its values: `['1d', '1w']` is the same hour yesterday, and a week ago. */
export type Earlier = readonly Duration[];

const lengths = listOf(length);

/** How long ago, where types were put aside: some time, and each once. */
export const earlierShape: Shape = (where, value) => {
  const malformed = lengths(where, value);
  if (malformed.length > 0 || !Array.isArray(value)) return malformed;
  const given = value.map(String);
  const fault = (why: string, what: string): Fault => ({
    ...{ where, what, why, code: 'zero-length' },
    cure: "write e.g. ['1d', '1w']",
  });
  return [
    ...given.filter((each) => /^0+\w+$/.test(each)).map((each) => fault(`${each} ago is now`, each)),
    ...twice(given).map((each): Fault => ({ ...fault(`${each} is named twice`, each), code: 'name-twice' })),
  ];
};

const [day, week] = [inSeconds('1d'), inSeconds('1w')];

const said = (ago: Duration): string => {
  const seconds = inSeconds(ago);
  if (seconds === day) return 'a day ago';
  return seconds === week ? 'a week ago' : `${ago} ago`;
};

/** What a query was so long ago, for comparison: dashed and grey, as what values are held against. */
export const queryEarlier = <U extends Unit>(query: Query<U>, ago: Duration): Query<U> => ({
  ...query,
  expr: earlier(query.expr, ago),
  legend: query.legend === undefined ? said(ago) : `${query.legend}, ${said(ago)}`,
  dashed: true,
  color: 'grey',
});

/** Queries, and behind them what those that are no comparison themselves were so long ago. */
export const withEarlier = <U extends Unit>(
  queries: readonly [Query<U>, ...Query<U>[]],
  ago: Earlier = [],
): readonly [Query<U>, ...Query<U>[]] => [
  ...queries,
  ...ago.flatMap((each) => queries.filter(({ dashed }) => !dashed).map((query) => queryEarlier(query, each))),
];
