import { accepts } from '#derive/labels/accepted.js';
import { type Expr, type Selector, selectors } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { type Subject, isAsked } from './subject.js';

/** What Prometheus records of every alert that is pending or fires: when it began. */
const recorded = 'ALERTS_FOR_STATE';

const readsAlert = ({ metric, matchers }: Selector, alert: string): boolean =>
  (metric.name === '' || metric.name === recorded) &&
  matchers.every(
    (matcher) =>
      (matcher.label !== 'alertname' || accepts(matcher, alert)) &&
      (matcher.label !== '__name__' || accepts(matcher, recorded)),
  );

/** Why promtool does not take an alert that reads what is recorded of it, by the selector that does. */
export const readsItself = (
  { alert: { name }, asked }: Subject,
  refused: string,
): { readonly blame: Expr; readonly why: string } | undefined => {
  if (!isAsked(asked) || !refused.includes('same labelset')) return undefined;
  const blame = selectors(asked.expr).find((each) => readsAlert(each, name));
  return (
    blame && {
      blame,
      why: `'${inline(blame)}' also selects ${recorded} of this very alert, which has the labels of what it fires for, so once it is active its evaluation fails; leave itself out: alertname!="${name}"`,
    }
  );
};
