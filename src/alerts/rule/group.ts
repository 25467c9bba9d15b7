import { type Duration, inSeconds } from '#ground/duration.js';
import { type Fault, refuse } from '#ground/fault.js';
import {
  aNumber,
  anything,
  byName,
  exactly,
  fields,
  length,
  listOf,
  madeBy,
  named,
  oneOf,
  text,
  truth,
} from '#ground/shape.js';
import { twice } from '#ground/repeated.js';
import type { Localized } from '#ground/language.js';
import type { Limit } from '#promql/unit/limit.js';
import { type EvaluatedOn, evaluators } from './evaluation.js';
import { isAlert, strikeOut } from './made.js';
import { type PackOf, alertsOf } from './pack.js';
import type { RecordingRule } from './recording.js';
import { type AddedLabel, type AlertRule, addedLabels, keyOf } from './rule.js';

const contents = fields(
  { packs: listOf(byName(madeBy('alert(…)', isAlert))) },
  {
    records: listOf(fields({ record: named, expr: anything })),
    component: named,
    adds: listOf(oneOf(addedLabels)),
  },
);
const settingsShape = exactly(
  { interval: length },
  {
    ...{ leavesInterval: truth, limit: aNumber, queryOffset: length, labels: byName(text) },
    on: oneOf(evaluators),
  },
);

/** How Prometheus evaluates the rules of a group, https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/. */
export interface GroupSettings {
  /** How often they are evaluated. */
  readonly interval: Duration;
  /** Whether the interval is that of Prometheus itself (`global.evaluation_interval`): it is proven with, and not written. */
  readonly leavesInterval?: true;
  /** How many alerts, or series that are recorded, there may be at the most: of more Prometheus keeps none, and says so. */
  readonly limit?: number;
  /** By how much later than they are evaluated they are evaluated for, where samples arrive late. Prometheus 2.53. */
  readonly queryOffset?: Duration;
  /** Labels that Prometheus adds to what its rules make, where they do not say them. Prometheus 3.0. */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Who evaluates them, where a cluster has more than one that can: by itself whoever evaluates the cluster's rules. `prometheus`: the one that scrapes,
   * each shard by itself, for what watches the others. `clusters`: who sees several clusters, over all of them, as an objective of a service that
   * runs in each.
   */
  readonly on?: EvaluatedOn;
}

/** An objective that a group keeps: of what it records its budget is reckoned. */
export interface KeptObjective {
  readonly name: string;
  /** What people call it. */
  readonly title: Localized;
  /** The share of events that must be good. */
  readonly objective: Limit<'ratio'>;
  /** Over which it is kept. */
  readonly window: Duration;
  /** What the group records the share of bad events over the window as. */
  readonly ratio: string;
}

/** Rules that Prometheus evaluates together, in order, once each interval. */
export interface RuleGroup extends GroupSettings {
  readonly name: string;
  readonly records: readonly RecordingRule[];
  readonly alerts: readonly AlertRule[];
  /** Of the group of objectives: see `sloGroup`. */
  readonly objectives?: readonly KeptObjective[];
}

/** What is wrong with a rule group, whether it was made so or changed since. */
export const groupFaults = ({ name, interval, records, alerts }: RuleGroup): readonly Fault[] => [
  ...(/^[\w.-]+$/.test(name) || (name.trim() !== '' && alerts.some(({ imported }) => imported))
    ? []
    : [
        {
          where: '',
          what: name,
          code: 'bad-name' as const,
          why: 'a file is called after it',
          cure: 'write letters, digits, ., _ and - only',
        },
      ]),
  ...(inSeconds(interval) > 0
    ? []
    : [
        {
          where: 'interval',
          what: interval,
          code: 'zero-length' as const,
          why: `evaluations without time between are none: Prometheus takes ${interval} for its own interval`,
          cure: "write e.g. '30s'",
        },
      ]),
  ...twice(alerts.map(keyOf)).map((each) => ({
    where: '',
    what: each,
    code: 'name-twice' as const,
    why: `two alerts are called ${each}`,
    cure: 'rename one with override(pack, { …: { name } }), or give an imported one a key of its own',
  })),
  ...(alerts.length + records.length === 0
    ? [
        {
          where: '',
          what: '',
          code: 'holds-nothing' as const,
          why: 'it holds no rules',
          cure: 'give it a pack',
        },
      ]
    : []),
];

/** What of a group only newer releases of Prometheus read, which may be newer than the one that runs. */
export const groupHints = ({ queryOffset, labels }: GroupSettings): readonly Fault[] => {
  const hint = (where: string, since: string): Fault => ({
    where,
    what: '',
    code: 'needs-newer-prometheus',
    why: `it needs Prometheus ${since} or newer; an older one refuses the whole file`,
    cure: 'see that all that are to evaluate it are new enough',
    isHint: true,
  });
  return [
    ...(queryOffset === undefined ? [] : [hint('queryOffset', '2.53')]),
    ...(labels === undefined ? [] : [hint('labels', '3.0')]),
  ];
};

/**
 * A rule group: what it records, then the alerts of its packs.
 *
 * @param name Where rules are files, theirs is called so.
 * @throws Error when no file can be called so, no time is between evaluations, two alerts have one name, or nothing is in it.
 */
export const group = <const P extends readonly object[]>(
  name: string,
  {
    component,
    records = [],
    packs,
    adds,
    ...settings
  }: GroupSettings & {
    /** The part of the application that the alerts concern which do not say themselves. */
    readonly component?: string;
    readonly records?: readonly RecordingRule[];
    /**
     * Which labels of their application its alerts have that were written elsewhere, beside their own: `component`, `application` and
     * `namespace`, by which they are routed here, unless it says which of them, or none: `[]`.
     */
    readonly adds?: readonly AddedLabel[];
    readonly packs: P & { readonly [I in keyof P]: PackOf<P[I]> };
  },
): RuleGroup => {
  refuse(`rule group ${name}`, [
    ...settingsShape('', settings),
    ...contents('', { packs, records, component, adds }),
  ]);
  const given = packs.flatMap((pack) => alertsOf(pack));
  refuse(
    `rule group ${name}`,
    given
      .filter((alert) => 'logql' in alert)
      .map((alert) => ({
        where: '',
        what: alert.name,
        code: 'wrong-type',
        why: `${alert.name} reads logs, which Prometheus does not have`,
        cure: "put it into a logGroup(…), which Loki's ruler evaluates",
      })),
  );
  const alerts = given
    .map((alert) => (component === undefined ? alert : { component, ...alert }))
    .map((alert) => (adds && alert.imported ? { ...alert, imported: adds } : alert))
    .map((alert) => (settings.labels ? { ...alert, shared: settings.labels } : alert));
  const made = { name, ...settings, records, alerts };
  refuse(`rule group ${name}`, groupFaults(made));
  alerts.forEach(strikeOut);
  return made;
};

/** An alert that was made anew, in the place of one that its group has: what the group gave it stays. */
export const inPlaceOf = ({ component, imported, shared }: AlertRule, anew: AlertRule): AlertRule => {
  strikeOut(anew);
  return {
    ...anew,
    ...(component !== undefined && { component }),
    ...(imported !== undefined && { imported }),
    ...(shared && { shared }),
  };
};
