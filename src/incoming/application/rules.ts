import { addedLabels } from '#alerts/rule/rule.js';
import type { WrittenGroup } from '#rules/rule.js';
import { duration } from '#ground/duration.js';
import { type Code, called, list, object, verbatim } from '#incoming/code/code.js';
import { declaration } from '#incoming/code/layout.js';
import { importsOf, moduleText } from '#incoming/code/module.js';
import { quoted } from '#incoming/code/text.js';

/** A declaration: what the code calls it, and what it is. */
export interface Declared {
  readonly code: string;
  readonly value: Code;
}

/** A group of rules as it is written: what is recorded, then what alerts. */
export interface GroupCode {
  /** As Prometheus knows it. */
  readonly name: string;
  /** What the code calls it. */
  readonly code: string;
  /** Seconds. */
  readonly interval: number;
  /** What else its file says. */
  readonly settings: Pick<WrittenGroup, 'interval' | 'queryOffset' | 'labels' | 'others'>;
  /** What the code calls the records. */
  readonly records: readonly string[];
  readonly alerts: readonly Declared[];
  /** Whether its alerts keep the namespaces of their series. */
  readonly leavesNamespace: boolean;
  /** The file from which it came. */
  readonly from: string;
}

/** The labels of an application without that of its namespace. */
const withoutIt = addedLabels.filter((label) => label !== 'namespace');

/** `alerts/node.ts`: the alerts of a group, and the group. */
export const groupText = (group: GroupCode, ending: string): string => {
  const { name, code, interval, settings, records, alerts, from } = group;
  const { queryOffset, labels, others } = settings;
  const limit = others['limit'];
  const given = Object.entries(labels).map(([label, value]) => [label, verbatim(quoted(value))] as const);
  const pack = object(Object.fromEntries(alerts.map((each) => [each.code, true as const])));
  const value = called(
    'group',
    verbatim(quoted(name)),
    object({
      interval: verbatim(quoted(duration(interval))),
      leavesInterval: settings.interval === undefined ? verbatim('true') : undefined,
      limit: typeof limit === 'number' && limit > 0 ? verbatim(String(limit)) : undefined,
      queryOffset: queryOffset === undefined ? undefined : verbatim(quoted(duration(queryOffset))),
      labels: given.length === 0 ? undefined : object(Object.fromEntries(given)),
      records: records.length === 0 ? undefined : list(records.map(verbatim)),
      adds: group.leavesNamespace ? list(withoutIt.map((each) => verbatim(quoted(each)))) : undefined,
      packs: list(alerts.length === 0 ? [] : [pack]),
    }),
  );
  const local = Object.fromEntries(records.map((each) => [each, `../records.${ending}`]));
  const files = { metrics: `../metrics.${ending}`, recorded: `../records.${ending}`, ...local };
  return moduleText(
    importsOf(
      [...alerts.map((each) => each.value), value],
      files,
      alerts.map((each) => each.code),
    ),
    [
      ...alerts.map((each) => declaration(each.code, each.value)),
      `/** Group ${name} of ${from}. */\n${declaration(code, value)}`,
    ],
  );
};

/** `records.ts`: what rules record, each after what it reads, and the metrics that it is for whoever reads them. */
export const recordsText = (
  records: readonly Declared[],
  metrics: readonly Declared[],
  ending: string,
): string => {
  const recorded = called(
    'catalog',
    object(Object.fromEntries(metrics.map(({ code, value }) => [code, value]))),
  );
  const own = records.map(({ code }) => code);
  return moduleText(
    importsOf([...records.map(({ value }) => value), recorded], { metrics: `./metrics.${ending}` }, own),
    [
      ...records.map(({ code, value }) => declaration(code, value)),
      `/** What is recorded, for whoever reads it. */\n${declaration('recorded', recorded)}`,
    ],
  );
};
