import type { AlertRule } from '#alerts/rule/rule.js';
import type { Fault } from '#ground/fault.js';
import { print } from '#promql/expr/print.js';

/**
 * An alert that was made and is in no rule group is told to nobody, and nothing in `dist/` shows that it is missing.
 *
 * @param lost the alerts that were made, less those that a group took and those that were left out by name.
 */
export const noAlertIsLost = (lost: readonly AlertRule[]): readonly Fault[] =>
  lost.map(({ name, expr }) => ({
    where: `alerts/${name}`,
    what: print(expr),
    code: 'alert-in-no-group',
    why: `the alert ${name} was made, and is in no rule group: Prometheus never hears of it`,
    cure: 'put it into the packs of a group, joining packs by together(…); or leave it out by override(pack, { …: leftOut })',
  }));
