import type { Way } from '#incoming/alert/asked.js';
import { type AlertCode, alertCode } from '#incoming/alert/alert.js';
import { asWritten } from '#incoming/alert/vector.js';
import { type Code, called, object, verbatim } from '#incoming/code/code.js';
import { codeName, namesIn } from '#incoming/code/names.js';
import { apart } from '#ground/apart.js';
import { quoted } from '#incoming/code/text.js';
import type { Incoming } from '#incoming/alert/asked.js';
import { leavesNamespace } from '#incoming/plan/namespace.js';
import type { IncomingGroup, NamedRecord, Plan } from '#incoming/plan/plan.js';
import type { Declared, GroupCode } from './rules.js';

/** An alert as it is written now. */
export interface AlertWritten extends AlertCode {
  readonly incoming: Incoming;
  /** What the code calls it. */
  readonly name: string;
}

/** A group as it is written now, and its file below `alerts/`. */
export interface GroupWritten extends GroupCode {
  readonly file: string;
  readonly written: readonly AlertWritten[];
  readonly group: IncomingGroup;
}

/** How each alert is written; nothing where it is left out. */
export type Ways = ReadonlyMap<Incoming, Way | undefined>;

const alertsOf = (group: IncomingGroup, { metrics }: Plan, ways: Ways): readonly AlertWritten[] => {
  const coded = group.alerts.flatMap((incoming) => {
    const way = ways.get(incoming);
    return way === undefined ? [] : [{ incoming, ...alertCode(incoming, metrics, way) }];
  });
  const taken = new Set([...coded.flatMap(({ code }) => namesIn(code)), 'group', 'metrics', 'recorded']);
  const names = apart(
    coded.map(({ incoming: { alert, key = alert.name } }) => codeName(key)),
    taken,
  );
  return coded.map((each, i) => ({ ...each, name: names[i] ?? '' }));
};

/** The file of a group: its name in small letters, as files have it. */
const fileOf = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'rules';

/** The groups of a plan, of which something is left, as they are written now. */
export const groupsWritten = (plan: Plan, ways: Ways): readonly GroupWritten[] => {
  const whole = plan.groups
    .map((group) => ({ group, written: alertsOf(group, plan, ways) }))
    .filter(({ group, written }) => group.records.length + written.length > 0);
  const files = apart(whole.map(({ group }) => fileOf(group.name)));
  const own = whole.flatMap(({ written }) => written.map(({ name }) => name));
  const records = plan.records.map(({ code }) => code);
  const codes = apart(
    whole.map(({ group }) => codeName(`${group.name}-rules`)),
    [...own, ...records],
  );
  return whole.map(({ group, written }, i) => ({
    ...{ group, written },
    name: group.name,
    code: codes[i] ?? '',
    file: files[i] ?? '',
    interval: group.interval,
    settings: group.written,
    records: group.records.map(({ code }) => code),
    alerts: written.map(({ name, code }): Declared => ({ code: name, value: code })),
    leavesNamespace: leavesNamespace(group),
    from: group.written.place.file,
  }));
};

/** A record as it is written: what it reads of others stands before it. */
const recordCode = ({ record, expr, reads }: NamedRecord, { metrics }: Plan): Code => {
  const { name, labels } = record;
  const given = Object.entries(labels).map(([label, value]) => [label, verbatim(quoted(value))] as const);
  return called(
    'importedRecord',
    verbatim(quoted(name)),
    asWritten(
      expr,
      metrics,
      object(Object.fromEntries(reads.map((code) => [code, verbatim(`${code}.metric`)]))),
    ),
    ...(given.length === 0 ? [] : [object({ labels: object(Object.fromEntries(given)) })]),
  );
};

/** What rules record, and under which names the metrics of it are read: of one name the first. */
export const recordsWritten = (
  plan: Plan,
): { readonly records: readonly Declared[]; readonly metrics: readonly Declared[] } => {
  const first = [...new Map([...plan.records].toReversed().map((each) => [each.record.name, each])).values()];
  return {
    records: plan.records.map((each) => ({ code: each.code, value: recordCode(each, plan) })),
    metrics: first.toReversed().map(({ code }) => ({ code, value: verbatim(`${code}.metric`) })),
  };
};
