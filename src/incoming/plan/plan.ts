import type { Family } from '#catalog/exposition.js';
import { byKey } from '#ground/by-key.js';
import { edgesTold } from '#incoming/catalogue/buckets.js';
import { type Catalogue, type Named, catalogueOf } from '#incoming/catalogue/catalogue.js';
import { codeName } from '#incoming/code/names.js';
import { apart } from '#ground/apart.js';
import type { Incoming } from '#incoming/alert/asked.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import type { Parsed } from '#rules/expression.js';
import type { WrittenAlert, WrittenGroup, WrittenRule } from '#rules/rule.js';
import type { Verdict } from '#proof/rules/verdict.js';
import type { Understood } from '#rules/understood.js';
import { type PlannedGroup, plannedGroups } from './groups.js';
import type { Changed, LeftOut } from './left-out.js';
import { type IncomingRecord, inOrder, readBefore } from './records.js';

/** A group with what is written of its rules. */
export interface IncomingGroup extends PlannedGroup {
  readonly records: readonly NamedRecord[];
  readonly alerts: readonly Incoming[];
}

/** A record, and what the code calls it. */
export interface NamedRecord extends IncomingRecord {
  readonly code: string;
  /** The records that it reads. */
  readonly reads: readonly string[];
}

/** All rules that are written, what they read, and what is not written of what came in. */
export interface Plan {
  readonly groups: readonly IncomingGroup[];
  /** All records, each after those that it reads. */
  readonly records: readonly NamedRecord[];
  readonly metrics: Catalogue;
  readonly leftOut: readonly LeftOut[];
  readonly changed: readonly Changed[];
}

const nobodyAsked: Verdict = { kind: 'not judged', why: 'nobody has asked promtool of it' };

const whyUnread = (read: Exclude<Parsed, { readonly expr: Expr }>): string => {
  const reasons = 'wrong' in read ? read.wrong : read.unknown;
  const said = reasons.map(({ why }) => why).join('; ');
  return 'wrong' in read
    ? `Prometheus would refuse its expression: ${said}`
    : `its expression is not read here: ${said}`;
};

const unread = (rule: WrittenRule, read: Parsed | undefined): readonly LeftOut[] =>
  read === undefined || 'expr' in read
    ? []
    : [{ what: `${rule.kind} ${rule.name}`, place: rule.place, why: whyUnread(read) }];

/** Records that code can declare one after another: none that reads itself, by whatever way. */
const declarable = (records: readonly IncomingRecord[]): readonly IncomingRecord[] => {
  const ordered = inOrder(records);
  const names = new Set(ordered.map(({ record }) => record.name));
  const isSound = (each: IncomingRecord): boolean => {
    const before = readBefore(each, ordered).map(({ record }) => record.name);
    return selectors(each.expr).every(({ metric: { name } }) => !names.has(name) || before.includes(name));
  };
  const sound = ordered.filter(isSound);
  return sound.length < ordered.length ? declarable(sound) : ordered;
};

const recordedNamed = (records: readonly NamedRecord[], metrics: ReadonlyMap<string, Named['info']>) =>
  [...records].toReversed().flatMap(({ code, record: { name } }): readonly (readonly [string, Named])[] => {
    const told = metrics.get(name);
    if (told === undefined) return [];
    // what is recorded of a text has no unit but a number's
    const info = { ...told, kind: 'gauge' as const, unit: 'count' as const };
    return [[name, { code: `recorded.${code}`, catalog: 'recorded', info, metric: info, isView: false }]];
  });

/** An alert, and how grave it says that it is. */
interface Called {
  readonly name: string;
  readonly severity: string;
}

/** By what alerts of one name are told from each other: their severity where that does, else a number. */
const keysOf = (alerts: readonly Called[]): readonly (string | undefined)[] => {
  const same = byKey(alerts, ({ name }) => name);
  return alerts.map((alert) => {
    const { name, severity } = alert;
    const all = same.get(name) ?? [];
    const alike = all.filter((each) => each.severity === severity);
    if (all.length === 1) return undefined;
    return /^[a-z]+$/.test(severity) && alike.length === 1
      ? `${name}.${severity}`
      : `${name}.${all.indexOf(alert) + 1}`;
  });
};

/** What is written of groups of rules. */
export const planOf = (
  written: readonly WrittenGroup[],
  families: ReadonlyMap<string, Family>,
  known: Understood,
  verdicts: ReadonlyMap<WrittenAlert, Verdict>,
): Plan => {
  const { of, metrics } = known;
  const { groups, changed } = plannedGroups(written);
  const exprOf = (rule: WrittenRule): Expr | undefined => {
    const read = of.get(rule);
    return read !== undefined && 'expr' in read ? read.expr : undefined;
  };
  const rules = groups.flatMap((each) => each.written.rules);
  const records = declarable(
    rules.flatMap((rule) => {
      const expr = rule.kind === 'record' ? exprOf(rule) : undefined;
      return rule.kind === 'record' && expr ? [{ record: rule, expr }] : [];
    }),
  );
  const codes = apart(records.map(({ record }) => codeName(record.name)));
  const codeOf = (record: IncomingRecord): string => codes[records.indexOf(record)] ?? '';
  const named = records.map((each): NamedRecord => ({
    ...each,
    code: codeOf(each),
    reads: readBefore(each, records).map(codeOf),
  }));
  const exprs = rules.flatMap((rule) => exprOf(rule) ?? []);
  const recorded = recordedNamed(named, metrics);
  const recordedNames = new Set(recorded.map(([name]) => name));
  const read = [...new Set(exprs.flatMap((expr) => selectors(expr)).map(({ metric }) => metric.name))];
  const catalogue = catalogueOf(
    read.filter((name) => name !== '' && !recordedNames.has(name)),
    { metrics, edges: edgesTold(known) },
    families,
  );
  const alertsIn = ({ written: group }: PlannedGroup) =>
    group.rules.flatMap((rule) => {
      const expr = rule.kind === 'alert' ? exprOf(rule) : undefined;
      if (rule.kind !== 'alert' || expr === undefined) return [];
      const verdict = verdicts.get(rule) ?? nobodyAsked;
      const severity = rule.labels['severity'] ?? group.labels['severity'] ?? '';
      return [{ alert: rule, expr, verdict, severity, shared: group.labels }];
    });
  const all = groups.map((group) => ({ group, alerts: alertsIn(group) }));
  const keys = keysOf(
    all.flatMap(({ alerts }) => alerts.map(({ alert: { name }, severity }) => ({ name, severity }))),
  );
  let next = 0;
  return {
    groups: all.map(({ group, alerts }) => ({
      ...group,
      records: named.filter(({ record }) => group.written.rules.includes(record)),
      alerts: alerts.map(({ severity: _, ...each }): Incoming => {
        const key = keys[next];
        next += 1;
        return { ...each, ...(key !== undefined && { key }) };
      }),
    })),
    records: named,
    metrics: { ...catalogue, named: new Map([...catalogue.named, ...recorded]) },
    leftOut: [
      ...rules.flatMap((rule) => unread(rule, of.get(rule))),
      ...rules.flatMap((rule) =>
        rule.kind === 'record' && exprOf(rule) && !records.some(({ record }) => record === rule)
          ? [{ what: `record ${rule.name}`, place: rule.place, why: 'it reads what it records itself' }]
          : [],
      ),
    ],
    changed,
  };
};
