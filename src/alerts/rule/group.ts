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
import { isAlert, strikeOut } from './made.js';
import { type PackOf, alertsOf } from './pack.js';
import type { RecordingRule } from './recording.js';
import { type AlertRule, keyOf } from './rule.js';

const contents = fields(
  { packs: listOf(byName(madeBy('alert(…)', isAlert))) },
  {
    records: listOf(fields({ record: named, expr: anything })),
    component: named,
    carries: oneOf(['as written']),
  },
);
const settingsShape = exactly(
  { interval: length },
  { leavesInterval: truth, limit: aNumber, queryOffset: length, labels: byName(text) },
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
}

/** Rules that Prometheus evaluates together, in order, once each interval. */
export interface RuleGroup extends GroupSettings {
  readonly name: string;
  readonly records: readonly RecordingRule[];
  readonly alerts: readonly AlertRule[];
}

/** What is wrong with a rule group, whether it was made so or changed since. */
export const groupFaults = ({ name, interval, records, alerts }: RuleGroup): readonly Fault[] => [
  ...(/^[\w.-]+$/.test(name)
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
    carries,
    ...settings
  }: GroupSettings & {
    /** The part of the application that the alerts concern which do not say themselves. */
    readonly component?: string;
    readonly records?: readonly RecordingRule[];
    /**
     * Which labels its alerts have that were written elsewhere: their own, and those of their application by which they are routed here
     * (`component`, `application`, `namespace`), unless it says that they carry their own alone, `as written`.
     */
    readonly carries?: 'as written';
    readonly packs: P & { readonly [I in keyof P]: PackOf<P[I]> };
  },
): RuleGroup => {
  refuse(`rule group ${name}`, [
    ...settingsShape('', settings),
    ...contents('', { packs, records, component, carries }),
  ]);
  const alerts = packs
    .flatMap((pack) => alertsOf(pack))
    .map((alert) => (component === undefined ? alert : { component, ...alert }))
    .map((alert) => (carries && alert.imported ? { ...alert, imported: carries } : alert))
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
