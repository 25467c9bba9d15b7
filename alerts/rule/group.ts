import { type Duration, inSeconds } from '../../ground/duration.js';
import type { AlertRule } from './alert.js';
import type { RulePack } from './pack.js';
import type { RecordingRule } from './recording.js';

/** Rules that Prometheus evaluates together, in order, once each interval. */
export interface RuleGroup {
  readonly name: string;
  readonly interval: Duration;
  readonly records: readonly RecordingRule[];
  readonly alerts: readonly AlertRule[];
}

/**
 * A rule group: what it records, then the alerts of its packs.
 *
 * @param name Where rules are files, theirs is called so.
 * @throws Error when no file can be called so, two alerts have one name, or nothing is in it.
 */
export const group = (
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
    readonly packs: readonly RulePack[];
  },
): RuleGroup => {
  inSeconds(interval);
  const alerts = packs
    .flatMap((pack) => Object.values(pack))
    .map((alert) => (component === undefined ? alert : { component, ...alert }));
  const names = alerts.map((alert) => alert.name);
  const twice = names.filter((each, i) => names.indexOf(each) !== i);
  const faults = [
    ...(/^[\w.-]+$/.test(name) ? [] : ['a file is called after it; write letters, digits, ., _ and - only']),
    ...twice.map((each) => `two alerts are called ${each}; rename one with override(pack, { …: { name } })`),
    ...(alerts.length + records.length === 0 ? ['it holds no rules; give it a pack'] : []),
  ];
  if (faults.length > 0) throw new Error(`rule group ${name}: ${faults.join('; ')}`);
  return { name, interval, records, alerts };
};
