import { selectors } from '../promql/expr/ast.js';
import { print } from '../promql/expr/print.js';
import { alertsOf } from '../application/application.js';
import type { Law } from './law.js';

/** One Prometheus serves all applications and environments: an alert that names no namespace is everybody's. */
export const everyAlertKeepsToItsNamespace: Law = ({ applications }) =>
  applications.flatMap((application) =>
    alertsOf(application).flatMap(({ name, expr }) =>
      selectors(expr)
        .filter(({ matchers }) => !matchers.some(({ label, operator }) => label === 'namespace' && operator === '='))
        .map(({ metric }) => ({
          path: `${application.name}/rules`,
          text: print(expr),
          message: `${name} reads ${metric.name} of every namespace, of other environments and applications too`,
          cure: "narrow the catalogue: narrowed(metrics, { namespace: '…' })",
        })),
    ),
  );
