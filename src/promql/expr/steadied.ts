import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { type Aggregation, type Expr, type Grouping, type Selector, call } from './ast.js';

/** How long one reads on at the least: four scrapes of what is scraped twice a minute. */
const shortest: Duration = '2m';
/** So many scrapes, whatever their interval: what every window should hold. */
const scrapes = 4;

/** How far back one looks for the last sample of what is scraped so often. */
export const readsOnFor = (scrapedEvery: Duration): Duration =>
  inSeconds(scrapedEvery) * scrapes <= inSeconds(shortest)
    ? shortest
    : duration(inSeconds(scrapedEvery) * scrapes);

/**
 * What Prometheus writes at every scrape, failed ones too, and a rule at every evaluation: there is no sample to miss.
 * https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series
 */
export const isNeverMissed = ({ metric: { name, recorded } }: Selector): boolean =>
  recorded !== undefined || name === 'up' || name.startsWith('scrape_') || name === 'ALERTS';

/** Aggregations that a series of the past does not disturb while its successor is there: it is one more of the same. */
const takesOne = ['max', 'min', 'topk', 'bottomk', 'group'];

/** How often an aggregation is read on: as often as anything is scraped that somebody is told of. */
const step: Duration = '15s';

const keeps = (label: string, grouping: Grouping | undefined): boolean =>
  grouping !== undefined && (grouping.type === 'by') === grouping.labels.includes(label);

/** Whether an aggregation adds up series that come and go by themselves, by labels that the program sets: `state="active"`. */
const addsUpFleeting = ({ operator, expr, grouping }: Aggregation): boolean =>
  !takesOne.includes(operator) &&
  expr.type === 'selector' &&
  !isNeverMissed(expr) &&
  expr.metric.ownLabels.some((label) => !keeps(label, grouping));

/**
 * The same expression, in which each series without a window is read as it was at its last scrape within `window`:
 * `last_over_time(x[2m])`. A failed scrape ends a series on the spot, and with it everything that has been pending; read on, its
 * value outlives single failures. What is really gone is let go of after the window. Of series that are added up and that come and go
 * between scrapes which succeed, it is the sum that is read on, `last_over_time(sum(x)[2m:15s])`: those that went would be counted still.
 */
export const steadied = (expr: Expr, window: Duration): Expr => {
  const inside = (each: Expr): Expr => steadied(each, window);
  switch (expr.type) {
    case 'selector':
      return isNeverMissed(expr) ? expr : call('last_over_time', { type: 'range', selector: expr, window });
    case 'call':
      return ofCall(expr.function, expr.args, window) ?? { ...expr, args: expr.args.map(inside) };
    case 'aggregation':
      return addsUpFleeting(expr)
        ? call('last_over_time', { type: 'subquery', expr, window, step })
        : { ...expr, expr: inside(expr.expr) };
    case 'binary':
      return { ...expr, left: inside(expr.left), right: inside(expr.right) };
    case 'negation':
    case 'subquery':
      return { ...expr, expr: inside(expr.expr) };
    default:
      return expr;
  }
};

/** Functions that look at the series themselves: `absent` names what is absent by its selector, `timestamp` tells when it was scraped. */
const ofCall = (name: string, [first]: readonly Expr[], window: Duration): Expr | undefined => {
  if (first?.type !== 'selector' || isNeverMissed(first)) return undefined;
  if (name === 'absent') return call('absent_over_time', { type: 'range', selector: first, window });
  return name === 'timestamp' ? call(name, first) : undefined;
};
