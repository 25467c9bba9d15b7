import type { ComparisonOperator, Expr, Selector } from '#promql/expr/ast.js';
import { unfolded, valuedSelectors } from '#promql/expr/recorded.js';
import type { Duration } from '#ground/duration.js';
import { heldAgainst, humanize } from '#promql/unit/humanize.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Hours } from '#alerts/rule/hours.js';
import type { Behaviour } from './behaviour.js';
import { type Boundary, boundaryOf, farOver } from './boundary.js';
import { becoming } from './course.js';
import { wellWithin } from './moment.js';
import { othersOf } from './others.js';
import { inParts } from './parts.js';
import type { Reading } from './reading.js';
import type { Firing, Moment } from './scenario.js';
import { lookalikes } from './lookalikes.js';
import { byFitsAndStarts } from './uneven.js';

/** What of an alert its scenarios follow from. */
export interface Watched {
  readonly expr: Expr;
  readonly condition: { readonly signal: Expr; readonly operator: ComparisonOperator; readonly limit: Limit };
  readonly for: Duration;
  readonly keepFiringFor?: Duration;
  readonly window?: Duration;
  readonly during?: Hours;
}

type Labels<L extends string> = Readonly<Record<L, string>>;

/** What the derived scenarios of one alert have in common. */
export interface Scene<L extends string> extends Boundary {
  readonly alert: Watched;
  readonly reading: Reading<L>;
  readonly extreme: number;
  readonly others: readonly Labels<L>[];
  /** Events a second, far more than there must be. */
  readonly busy: number;
  /** When a fault begins, for an alert that keeps hours. */
  readonly begins: { readonly begins?: Moment };
  /** What is the case at a value. */
  readonly when: (value: number) => string;
  /** Series of alerts that read a value while the fault lasts, and are well before and after. */
  readonly reads: (value: number, of: readonly Labels<L>[], perSecond?: number) => readonly Behaviour[];
  /** Series of alerts that are well all the time: of those that would be missed if they were not there. */
  readonly bystanders: (of: readonly Labels<L>[]) => readonly Behaviour[];
  /** Series of alerts that are well, and gone while the fault lasts. */
  readonly gone: (of: readonly Labels<L>[]) => readonly Behaviour[];
  /** Series that the expression does not read, and that are as these are. */
  readonly lookalikes: (theirs: readonly Behaviour[]) => readonly Behaviour[];
  /** What an alert shows at a value. */
  readonly tells: (value: number, of: Labels<L>) => Pick<Firing<L>, 'labels' | 'value'>;
  /** The same series, each in unequal parts. */
  readonly parted: (own: readonly Behaviour[]) => readonly Behaviour[];
  /** The same series as they come in life: in unequal parts, by fits and starts, amid others that are as these are. */
  readonly amid: (own: readonly Behaviour[], theirs: readonly Behaviour[]) => readonly Behaviour[];
}

export const sceneOf = <L extends string>(reading: Reading<L>, alert: Watched): Scene<L> => {
  const { limit, operator } = alert.condition;
  const { over, under } = reading.boundary ?? boundaryOf(limit, operator);
  const selectors: readonly Selector[] = valuedSelectors(alert.expr);
  const exprs = unfolded(alert.expr);
  const parted = (own: readonly Behaviour[]) => inParts(own, exprs);
  const least = reading.events?.least.value;
  const busy = least === undefined ? 1 : least * 200;
  const beside = reading.gone?.beside ?? [];
  const measured = (value: number): Limit => ({ value, unit: limit.unit });
  const at = (value: number, of: readonly Labels<L>[], perSecond: number) =>
    of.flatMap((labels) => reading.at(value, labels, perSecond));
  return {
    alert,
    reading,
    over,
    under,
    extreme: reading.extreme ?? farOver(limit, operator),
    others: reading.others ?? othersOf(reading.labels, selectors),
    busy,
    begins: alert.during ? { begins: wellWithin(alert.during) } : {},
    when: (value) => reading.when(humanize(measured(value))),
    reads: (value, of, perSecond = busy) =>
      becoming(at(reading.well, of, perSecond), at(value, of, perSecond)),
    bystanders: (of) => (reading.gone ? at(reading.well, of, busy) : []),
    gone: (of) => becoming([...at(reading.well, of, busy), ...beside], beside),
    lookalikes: (theirs) => lookalikes(theirs, selectors),
    tells: (value, labels) => ({ labels, value: heldAgainst(limit, measured(value)) }),
    parted,
    amid: (own, theirs) => [
      ...(limit.unit === 'ratio' || limit.unit === 'seconds' ? byFitsAndStarts(parted(own)) : parted(own)),
      ...lookalikes(theirs, selectors),
    ],
  };
};
