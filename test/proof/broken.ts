import { inLanguage } from '#ground/language.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { type RuleGroup, group } from '#alerts/rule/group.js';
import type { Application } from '#application/application.js';
import { type ProveAlertsOptions, type ProvenAlert, placedIn, proveAlerts } from '#proof/prove-estate.js';
import { shop } from '../readme/shop.js';
import { proves } from './changed.js';

const nonEmpty = <T>([first, ...others]: readonly T[]): readonly [T, ...T[]] => {
  if (first === undefined) throw new Error('the shop has no such alert');
  return [first, ...others];
};
const [found] = nonEmpty(shop.groups.flatMap(({ alerts }) => alerts));
const { fires, quiet } = found.scenarios();
// Its first scenario, without what it says itself of when it fires.
const [{ within: _, notBefore: __, ...plainly }] = nonEmpty(fires);

/** An alert whose proof holds: HighErrorRate of the README's shop, which looks back 5 minutes and has a `for` of 5. */
export const sound: AlertRule = proves(found, { fires: [plainly], quiet: quiet.slice(0, 2) });

const { expr, condition, texts } = sound;
const never = { type: 'binary', operator: '<', left: expr, right: { type: 'number', value: -1 } } as const;
const summary = 'Something is wrong';

/** The same alert with rules that its proof refuses. */
export const broken = {
  'never true': { ...sound, expr: never },
  'true all the time': { ...sound, expr: condition.signal },
  'with another summary': { ...sound, texts: { ...texts, en: { ...inLanguage(texts, 'en'), summary } } },
  'with a summary that is another in Korean only': {
    ...sound,
    texts: { ...texts, ko: { ...inLanguage(texts, 'ko'), summary } },
  },
  'with a function that there is not': { ...sound, expr: { type: 'call', function: 'rat', args: [expr] } },
} as const satisfies Readonly<Record<string, AlertRule>>;

const groupOf = (rule: AlertRule): RuleGroup => group('shop', { interval: '30s', packs: [{ rule }] });

/** The shop with one alert. */
export const shopWith = (rule: AlertRule): Application => ({ ...shop, groups: [groupOf(rule)] });

/** What came of one alert's proof. */
export const provenAlone = async (
  rule: AlertRule,
  options: ProveAlertsOptions = {},
): Promise<ProvenAlert> => {
  const context = { application: 'shop', namespace: 'shop', language: 'en' } as const;
  const [proven] = await proveAlerts(placedIn([groupOf(rule)], context), options);
  if (proven === undefined) throw new Error(`${rule.name} was not proven`);
  return proven;
};
