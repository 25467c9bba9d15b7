import type { Fault } from '#ground/fault.js';
import { needsOf } from '#promql/expr/needs.js';
import { unfolded } from '#promql/expr/recorded.js';
import type { RuleFacts } from '#alerts/rule/rule.js';

/** What only newer releases of Prometheus read, which may be newer than the one that runs. */
export const neededHints = ({ expr }: Pick<RuleFacts, 'expr'>): readonly Fault[] => {
  const needs = unfolded(expr).flatMap(needsOf);
  const releases = [...new Set(needs.map(({ since }) => since))];
  return releases.map((since) => ({
    where: 'when',
    what: '',
    code: 'needs-newer-prometheus',
    why: `it needs Prometheus ${since} or newer, because ${[...new Set(needs.filter((need) => need.since === since).map(({ why }) => why))].join(', ')}; an older one refuses the whole file`,
    cure: 'see that all that are to evaluate it are new enough',
    isHint: true,
  }));
};
