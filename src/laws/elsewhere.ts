import type { Application } from '#application/application.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import { type Expr, call, number } from '#promql/expr/ast.js';
import type { Fault } from '#ground/fault.js';
import { inSteps } from './apart.js';
import type { Apart, Judged, Law } from './law.js';

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

const asHint = (fault: Fault): Fault => ({ ...fault, isHint: true });

/** What is known of an application with its own rules alone, and with those that were written elsewhere: JSON has no lines. */
const between = '\n';

/** The same in two steps: an application whose rules are all its own says nothing of others by rules that were written elsewhere. */
const toldApart = ({ summary, judge, mute }: Apart): Apart => ({
  summary: (one) =>
    hasImported(one)
      ? [summary(only('own', one)), summary(only('imported', one))].join(between)
      : summary(one),
  judge: (summaries) => {
    if (!summaries.some((each) => each.includes(between))) return judge(summaries);
    const both = summaries.map((each) => each.split(between));
    const own = judge(both.map(([text = '']) => text));
    const imported = judge(both.map(([text = '', theirs = mute(text)]) => theirs));
    return own && imported && [...own, ...imported.map(asHint)];
  },
  mute: (summary) => summary.split(between).map(mute).join(between),
});

/** A law on what rules read, by which those that were written elsewhere are only told what is doubtful in them. */
export const toldOnlyOfImported = (law: Law): Law =>
  inSteps(toldApart(law.apart), (estate) =>
    hasImported(estate)
      ? [...law(only('own', estate)), ...law(only('imported', estate)).map(asHint)]
      : law(estate),
  );
