import type { RuleGroup } from '#alerts/rule/group.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { isUpward } from '#alerts/scenario/boundary.js';
import { inSeconds } from '#ground/duration.js';
import { boundsOf } from '#promql/expr/bounds.js';
import { lookBack } from '#promql/expr/look-back.js';
import { selectors } from '#promql/expr/ast.js';

/** How long it takes until an alert fires, in seconds after a fault began: at the latest, whatever its scrapes and evaluations fall upon. */
export interface Detection {
  /** Where the limit is hardly crossed: the whole window must hold nothing else. */
  readonly atLimit: number;
  /** Where everything is concerned, as in an outage; nothing where that makes no difference, or is not known. */
  readonly inOutage?: number;
}

/** Whether an alert reads what is recorded, as one on a burn rate does. */
const readsRecords = ({ condition: { signal } }: AlertRule): boolean =>
  selectors(signal).some(({ metric }) => metric.recorded);

/** How far back an alert looks for the fault: what is recorded over a window follows as slowly, and all of its windows must. */
const windowOf = (rule: AlertRule): number => {
  if (rule.window !== undefined) return inSeconds(rule.window);
  // One that was written elsewhere does not say which of its windows the fault fills.
  return readsRecords(rule) || rule.imported !== undefined ? lookBack(rule.expr) : 0;
};

/**
 * When an alert fires at the latest. A share of events follows a fault in a straight line while the window fills with it: where
 * everything fails, a limit of 5% over 5 minutes is crossed after 15 seconds. A scrape and an evaluation may just have been.
 */
export const detectionOf = (rule: AlertRule, { interval }: Pick<RuleGroup, 'interval'>): Detection => {
  const window = windowOf(rule);
  const behind = inSeconds(rule.for) + inSeconds(rule.scrapedEvery) + inSeconds(interval);
  const compared = rule.counted ?? rule.condition;
  if (compared.limit === undefined) return { atLimit: window + behind };
  const { signal, operator, limit } = compared;
  const [, greatest] = boundsOf(signal);
  const follows =
    (limit.unit === 'ratio' || readsRecords(rule)) && isUpward(operator) && Number.isFinite(greatest);
  return {
    atLimit: window + behind,
    ...(window > 0 && follows && { inOutage: (window * limit.value) / greatest + behind }),
  };
};
