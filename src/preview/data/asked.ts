import { type Application, alertsOf } from '#application/application.js';
import { panelsIn } from '#dashboards/row.js';
import { inSeconds } from '#ground/duration.js';
import { type Expr, type Selector, selectors, walk } from '#promql/expr/ast.js';
import { readsBack } from '#promql/expr/look-back.js';
import { offsetSeconds } from '#promql/expr/when.js';
import { dense, repeating } from './clock.js';

/** One selector of an application's panels and rules, and how far back from now it reads, in seconds. */
export interface Asked {
  readonly selector: Selector;
  readonly back: number;
  /** How much earlier than what is shown it is read, in seconds, and for how long: yesterday's six hours. */
  readonly earlier?: { readonly ago: number; readonly over: number };
  /** Whether it is for a record: those read nothing over less than five minutes. */
  readonly recorded: boolean;
}

/** Windows of panels are a few scrapes, or the range that they show. */
const shown = ({ last }: { readonly last: Parameters<typeof inSeconds>[0] }): number =>
  inSeconds(last) + 3600;

/** Each expression with how long it is looked at. */
const looked = (application: Application): readonly { readonly expr: Expr; readonly over: number }[] => [
  ...alertsOf(application).map(({ expr }) => ({ expr, over: dense })),
  ...application.dashboards.flatMap((dashboard) =>
    [...panelsIn(dashboard.panels).flatMap(({ queries }) => queries), ...dashboard.marks].map(({ expr }) => ({
      expr,
      over: shown(dashboard),
    })),
  ),
];

/** How far back each of an application's records must have been recorded, by its name: as far as whatever reads it looks. */
export const recordsBack = (application: Application): ReadonlyMap<string, number> => {
  const records = application.groups.flatMap((group) => group.records);
  const back = new Map(records.map(({ record }) => [record, dense]));
  const reach = (expr: Expr, over: number): void => {
    for (const { metric } of selectors(expr)) {
      const known = back.get(metric.name);
      if (known !== undefined) back.set(metric.name, Math.max(known, over + readsBack(expr)));
    }
  };
  for (const { expr, over } of looked(application)) reach(expr, over);
  // What is recorded of records stands after them: read from behind, each knows how far back it must reach before those that it reads are asked.
  for (const { record, expr } of records.toReversed()) reach(expr, back.get(record) ?? dense);
  return back;
};

/** Every selector that anything of an application reads, with how far back. */
export const askedOf = (application: Application): readonly Asked[] => {
  const back = recordsBack(application);
  const records = application.groups.flatMap((group) => group.records);
  return [
    ...looked(application).map((each) => ({ ...each, recorded: false })),
    ...records.map(({ record, expr }) => ({
      expr,
      over: Math.min(back.get(record) ?? dense, repeating),
      recorded: true,
    })),
  ].flatMap(({ expr, over, recorded }) =>
    selectors(expr).map((selector) => {
      const ago = selector.offset === undefined ? 0 : offsetSeconds(selector.offset);
      const back = over + readsBack(expr);
      return { selector, back, recorded, ...(ago > dense && { earlier: { ago, over: back - ago } }) };
    }),
  );
};

/** The names of metrics that are summed up as they are: what several series of them hold belongs together. */
export const summed = (application: Application): ReadonlySet<string> =>
  new Set(
    [...looked(application), ...application.groups.flatMap(({ records }) => records)].flatMap(({ expr }) =>
      [...walk(expr)].flatMap((each) =>
        each.type === 'aggregation' && each.operator === 'sum'
          ? selectors(each.expr).map(({ metric }) => metric.name)
          : [],
      ),
    ),
  );
