import type { Application } from '#application/application.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import { type Expr, call, number } from '#promql/expr/ast.js';
import type { Judged, Law } from './law.js';

/** Whose rules of an application are looked at. */
type Whose = 'own' | 'imported';

/** An expression of which there is nothing to say. */
const nothing: Expr = call('vector', number(0));

const onlyOf = (whose: Whose, group: RuleGroup): RuleGroup => {
  const isTheirs = (rule: { readonly imported?: unknown }): boolean =>
    (rule.imported === undefined ? 'own' : 'imported') === whose;
  return {
    ...group,
    // What others record is there to be read all the same.
    records: group.records.map((rule) => (isTheirs(rule) ? rule : { ...rule, expr: nothing })),
    alerts: group.alerts.filter(isTheirs),
  };
};

/** The estate with the rules of one kind alone; its dashboards are its own. */
const only = (whose: Whose, estate: Judged): Judged => ({
  ...estate,
  applications: estate.applications.map((application): Application => ({
    ...application,
    groups: application.groups.map((group) => onlyOf(whose, group)),
    ...(whose === 'imported' && { dashboards: [] }),
  })),
});

const hasImported = ({ applications }: Judged): boolean =>
  applications.some(({ groups }) =>
    groups.some(({ records, alerts }) =>
      [...records, ...alerts].some(({ imported }) => imported !== undefined),
    ),
  );

/** A law on what rules read, by which those that were written elsewhere are only told what is doubtful in them. */
export const toldOnlyOfImported =
  (law: Law): Law =>
  (estate) =>
    hasImported(estate)
      ? [
          ...law(only('own', estate)),
          ...law(only('imported', estate)).map((fault) => ({ ...fault, isHint: true as const })),
        ]
      : law(estate);
