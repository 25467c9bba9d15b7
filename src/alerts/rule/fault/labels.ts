import type { Fault } from '#ground/fault.js';
import type { Expr } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { isLabelName } from '#promql/metric/spelling.js';
import { valuedSelectors } from '#promql/expr/recorded.js';
import type { RuleFacts } from '#alerts/rule/rule.js';

/** Labels that every rule of an application sets, and the one that is the alert's name. */
const reserved = ['severity', 'application', 'namespace', 'component', 'alertname'];

/**
 * Labels by which alerts of one name could not be told apart, or by which environments are mixed.
 *
 * @param told the labels of the signal: what tells its alerts apart.
 */
export const labelFaults = (rule: RuleFacts, told: readonly string[]): readonly Fault[] => [
  ...ownLabelFaults(rule),
  ...overwritten(rule, told),
  ...mixedEnvironments(rule),
];

/** Names of labels that Prometheus does not load. */
export const labelNameFaults = ({ labels }: Pick<RuleFacts, 'labels'>): readonly Fault[] =>
  Object.keys(labels)
    .filter((label) => !isLabelName(label))
    .map((label) => ({
      where: `labels.${label}`,
      what: label,
      code: 'bad-label-name' as const,
      why: `'${label}' is not a label name`,
      cure: 'use letters, digits and _',
    }));

/** Labels that a rule cannot say of itself. */
export const ownLabelFaults = ({ labels }: RuleFacts): readonly Fault[] => [
  ...labelNameFaults({ labels }),
  ...Object.keys(labels)
    .filter((label) => reserved.includes(label))
    .map((label) => ({
      where: `labels.${label}`,
      what: label,
      code: 'reserved-label' as const,
      why: `its labels say ${label}, which every rule sets itself`,
      cure: 'leave it out',
    })),
];

/** Of two alerts that the rule gives the same labels Prometheus says "vector contains metrics with the same labelset", and tells of neither. */
const overwritten = ({ expr, condition, labels }: RuleFacts, told: readonly string[]): readonly Fault[] =>
  told
    .filter((label) => Object.hasOwn(labels, label) || (reserved.includes(label) && !isFixed(expr, label)))
    .map((label) => ({
      where: 'when',
      what: print(condition.signal),
      code: 'overwritten-label',
      why: `its signal has a label ${label}, which the rule overwrites: of two alerts that differ by it alone Prometheus tells neither`,
      cure: 'aggregate it away, fix it with =, or give it another name by labelReplace',
    }));

/** Whether all that an expression reads has one value of a label. */
export const isFixed = (expr: Expr, label: string): boolean =>
  valuedSelectors(expr).every(({ matchers }) =>
    matchers.some((each) => each.label === label && each.operator === '='),
  );

const mixedEnvironments = ({ expr }: RuleFacts): readonly Fault[] => {
  const environments = new Set(
    valuedSelectors(expr).map(({ matchers }) => {
      const matcher = matchers.find(({ label }) => label === 'namespace');
      return matcher ? `namespace${matcher.operator}"${matcher.value}"` : 'any namespace';
    }),
  );
  return environments.size > 1
    ? [
        {
          where: 'when',
          what: print(expr),
          code: 'environments-mixed',
          why: `it mixes environments: ${[...environments].join(', ')}`,
          cure: 'narrow every metric alike, with narrowed(catalogue, { namespace })',
        },
      ]
    : [];
};
