import { type Duration, inSeconds } from '#ground/duration.js';
import { type Fault, refuse } from '#ground/fault.js';
import { anything, byName, fields, length, listOf, madeBy, named } from '#ground/shape.js';
import { twice } from '#ground/repeated.js';
import { isAlert, strikeOut } from './made.js';
import { type PackOf, alertsOf } from './pack.js';
import type { RecordingRule } from './recording.js';
import type { AlertRule } from './rule.js';

const contents = fields(
  { packs: listOf(byName(madeBy('alert(…)', isAlert))) },
  { records: listOf(fields({ record: named, expr: anything })), component: named },
);

/** Rules that Prometheus evaluates together, in order, once each interval. */
export interface RuleGroup {
  readonly name: string;
  readonly interval: Duration;
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
  ...twice(alerts.map((alert) => alert.name)).map((each) => ({
    where: '',
    what: each,
    code: 'name-twice' as const,
    why: `two alerts are called ${each}`,
    cure: 'rename one with override(pack, { …: { name } })',
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
    interval,
    component,
    records = [],
    packs,
  }: {
    readonly interval: Duration;
    /** The part of the application that the alerts concern which do not say themselves. */
    readonly component?: string;
    readonly records?: readonly RecordingRule[];
    readonly packs: P & { readonly [I in keyof P]: PackOf<P[I]> };
  },
): RuleGroup => {
  refuse(`rule group ${name}`, [
    ...length('interval', interval),
    ...contents('', { packs, records, component }),
  ]);
  const alerts = packs
    .flatMap((pack) => alertsOf(pack))
    .map((alert) => (component === undefined ? alert : { component, ...alert }));
  const made = { name, interval, records, alerts };
  refuse(`rule group ${name}`, groupFaults(made));
  alerts.forEach(strikeOut);
  return made;
};
