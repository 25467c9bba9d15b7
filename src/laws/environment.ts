import { type Application, alertsOf } from '#application/application.js';
import type { Expr, Selector } from '#promql/expr/ast.js';
import { ownSelectors } from '#promql/expr/recorded.js';
import { print } from '#promql/expr/print.js';
import { oncePerCause } from './cause.js';
import type { Law } from './law.js';
import { inEach } from './apart.js';

const namesNamespace = ({ matchers }: Selector): boolean =>
  matchers.some(({ label, operator }) => label === 'namespace' && operator === '=');

/** The selectors that read every namespace; of what the application records itself, those that it is recorded from. */
const everywhere = (expr: Expr, application: Application): readonly Selector[] =>
  ownSelectors(expr)
    .filter((selector) => !namesNamespace(selector))
    .flatMap((selector) => {
      const recorded = application.groups
        .flatMap(({ records }) => records)
        .find(({ record }) => record === selector.metric.name);
      return recorded ? everywhere(recorded.expr, application) : [selector];
    });

/** One Prometheus serves all applications and environments: an alert that names no namespace is everybody's. */
export const everyAlertKeepsToItsNamespace: Law = inEach(({ applications }) =>
  oncePerCause(
    applications.flatMap((application) =>
      alertsOf(application).flatMap(({ name, expr }) =>
        [...new Set(everywhere(expr, application).map(({ metric }) => metric.name))].map((metric) => ({
          cause: 'every namespace',
          hit: name,
          fault: {
            where: `${application.name}/rules`,
            what: print(expr),
            code: 'environments-mixed',
            why: `${name} reads ${metric} of every namespace, of other environments and applications too`,
            cure: "narrow the catalogue: narrowed(metrics, { namespace: '…' })",
          },
        })),
      ),
    ),
  ),
);
