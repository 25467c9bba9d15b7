import { type RuleSeverity, severities } from '#alerts/rule/facts.js';
import { byKey } from '#ground/by-key.js';
import { instead } from '#ground/nearest.js';
import { UsageError } from '#ground/usage.js';
import type { WrittenAlert, WrittenGroup } from '#rules/rule.js';

/** What severities of others are like, by their names: `page` is `critical`. */
export type Severities = Readonly<Record<string, RuleSeverity>>;

const ours: readonly RuleSeverity[] = [...severities, 'none'];

const isOurs = (text: string): text is RuleSeverity => ours.some((each) => each === text);

/**
 * `page=critical`, as it is given.
 *
 * @throws UsageError on what is none.
 */
export const severitiesGiven = (given: readonly string[]): Severities =>
  Object.fromEntries(
    given.map((each) => {
      const [name = '', like = '', ...more] = each.split('=');
      if (name === '' || more.length > 0)
        throw new UsageError([`--severity ${each}: write what it is like: --severity page=critical`]);
      if (!isOurs(like)) throw new UsageError([`--severity ${each}: ${instead(like, ours)}`]);
      return [name, like];
    }),
  );

const severityOf = (alert: WrittenAlert, group: WrittenGroup): string | undefined =>
  alert.labels['severity'] ?? group.labels['severity'];

const count = (alerts: number): string => (alerts === 1 ? '1 alert' : `${alerts} alerts`);

/**
 * Those that alerts have and that are not ours, with what each is like.
 *
 * @throws UsageError on some of which nobody said it, with how many alerts have each.
 */
export const severitiesOf = (groups: readonly WrittenGroup[], given: Severities): Severities => {
  const found = groups.flatMap((group) =>
    group.rules.flatMap((rule) => (rule.kind === 'alert' ? (severityOf(rule, group) ?? []) : [])),
  );
  const others = [...byKey(found, (each) => each)].filter(
    ([name]) => !isOurs(name) && !name.includes('{{') && name !== '',
  );
  const unsaid = others.filter(([name]) => given[name] === undefined);
  if (unsaid.length > 0)
    throw new UsageError([
      `severities that are none of ours: ${unsaid.map(([name, all]) => `${name} (${count(all.length)})`).join(', ')}`,
      `say what each is like, critical, warning or none: ${unsaid.map(([name]) => `--severity ${name}=${/page|crit|emerg|fatal|p1|high|disaster/i.test(name) ? 'critical' : 'warning'}`).join(' ')}`,
    ]);
  return Object.fromEntries(others.flatMap(([name]) => (given[name] ? [[name, given[name]]] : [])));
};
