import { byKey } from '#ground/by-key.js';
import type { Expr } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { type Carried, carried } from '#rules/carried.js';
import type { FindingOf } from '#rules/finding.js';
import type { WrittenAlert, WrittenGroup } from '#rules/rule.js';

/** An alert with all that is known of it. */
export interface ReadAlert {
  readonly alert: WrittenAlert;
  readonly group: WrittenGroup;
  readonly expr: Expr;
}

interface Known extends ReadAlert {
  readonly carried: Carried;
}

/** Values that a label may have: any, where nothing says; the empty text, where it may be missing. */
const valuesOf = (
  { labels, open, among, mayHaveMore }: Carried,
  label: string,
): readonly string[] | 'any' => {
  const known = labels[label];
  if (known !== undefined) return [known];
  if (open.includes(label)) return among[label] ?? 'any';
  return mayHaveMore ? 'any' : [''];
};

/** Whether a label of two alerts may be the same. What series are told apart by is hardly ever empty. */
const mayAgree = (one: Carried, other: Carried, label: string): boolean => {
  const [a, b] = [valuesOf(one, label), valuesOf(other, label)];
  if (a === 'any') return b === 'any' || b[0] !== '' || one.mayHaveMore;
  if (b === 'any') return a[0] !== '' || other.mayHaveMore;
  return a.some((value) => b.includes(value));
};

const mayBeOne = (one: Carried, other: Carried): boolean =>
  [one, other]
    .flatMap(({ labels, open }) => [...Object.keys(labels), ...open])
    .every((label) => mayAgree(one, other, label));

/** Rules of one engine, that is of one tenant: those of other namespaces of Mimir may be of another. */
const tenantOf = ({ group, alert }: ReadAlert): string =>
  `${group.origin.kind === 'file' ? (group.origin.namespace ?? '') : ''} ${alert.name}`;

/**
 * Alerts that two rules make with the same labels. To Alertmanager they are one: each overwrites the texts of the other, and resolves
 * it. Where both rules ask the same it is sure; else they may fire at once, with labels that may agree.
 */
export const sameAlerts = (alerts: readonly ReadAlert[]): readonly FindingOf[] =>
  [...byKey(alerts, tenantOf).values()].flatMap((named) => {
    const known = named.map((each): Known => ({
      ...each,
      carried: carried(each.alert, each.group, each.expr),
    }));
    return known.flatMap((each, i) => {
      const others = known.filter((other, j) => i !== j && mayBeOne(each.carried, other.carried));
      return others.length === 0 ? [] : [findingOf(each, others)];
    });
  });

const findingOf = (each: Known, others: readonly Known[]): FindingOf => {
  const text = inline(each.expr);
  const twin = others.find((other) => inline(other.expr) === text);
  const [first] = others;
  const where = (twin ?? first)?.alert.place;
  const place = where ? `${where.file}:${where.line}` : '';
  return {
    alert: each.alert,
    finding: {
      kind: 'two groups, one alert',
      certainty: twin ? 'fact' : 'guess',
      elsewhere: others.map(({ alert }) => alert.place),
      why: twin
        ? `${place} makes the same alert of the same expression: to Alertmanager they are one, whose texts are now the one's and now the other's`
        : `${place} makes an alert of the same name, and its labels may be the same: to Alertmanager they are one then, and each resolves the other`,
      cure: twin ? 'leave one of them out' : 'give each a label of its own, or another name',
    },
  };
};
