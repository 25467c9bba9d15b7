import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Alert, alert } from '#alerts/rule/alert.js';
import type { Written } from '#alerts/scenario/proof.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
import { burnRate } from '#alerts/slo/burn-alert.js';
import { outage, spike, twice } from '#alerts/slo/proof/after-window.js';
import type { Proven } from '#alerts/slo/proof/proven.js';
import { nextToNothing, steadily } from '#alerts/slo/proof/steady.js';
import { sloGroup } from '#alerts/slo/group.js';
import { type AnySlo, slo } from '#alerts/slo/slo.js';
import { leastEvents } from '#alerts/slo/traffic.js';
import { called } from '#alerts/text/subject.js';
import { type AlertProof, alertProof } from '#proof/files.js';
import { prove } from '#proof/prove.js';
import { percent } from '#promql/unit/limit.js';
import { type Change, instead, mutated, ofExpr, without } from '../../proof/changed.js';
import { availability, p99 } from './table.js';

type BurnAlert = Alert<never, 'count'>;

const context = { application: 'shop', namespace: 'shop', language: 'en' } as const;
const proofOf = (of: AnySlo, rule: BurnAlert): AlertProof => alertProof(rule, sloGroup(of), context);

// Evaluated as seldom as a group may be: days of a test take promtool seconds.
const seldom = slo('Availability', {
  application: 'shop',
  subject: called('Shop'),
  title: availability.title,
  sli: availability.sli,
  objective: percent(99.9),
  interval: '4m',
});
const { burn1h, burn6h, burn1d, burn3d } = seldom.alerts;
const four = [burn1h, burn6h, burn1d, burn3d] as const;
const paces = seldom.burnRates.map(({ factor }) => factor * 1.05);

const provenOf = ({ name, for: pending }: BurnAlert): Proven => {
  const rate = seldom.burnRates.find(({ long }) => name.endsWith(long));
  if (!rate) throw new Error(`no burn rate of ${name}`);
  const { sli, interval, leastFailures, recorded, budget } = seldom;
  const { expr } = burnRate(recorded, budget.share, rate.long);
  return { sli, rate, interval, least: leastEvents(rate, leastFailures), pending, expr };
};
/** An alert that is proven by these scenarios, not by its own. */
const provenBy = (rule: BurnAlert, proof: Written<never>): AlertProof =>
  proofOf(seldom, alert(rule.name, { ...rule.spec, proof: () => proof }));
const nonEmpty = <T>([first, ...rest]: readonly T[]): NonEmpty<T> => {
  if (first === undefined) throw new Error('there is none');
  return [first, ...rest];
};

const pace = (rule: BurnAlert): AlertProof => {
  const proven = provenOf(rule);
  // At twice the pace a day more goes by in the tests of tickets.
  const pages = rule.severity === 'critical' ? [outage(proven), twice(proven)] : [outage(proven)];
  return provenBy(rule, { fires: nonEmpty(pages), quiet: [spike(proven)] });
};

/** An alert under a burn at the pace of each of the four: it fires at its own and at faster ones. */
const atEveryPace = (rule: BurnAlert): AlertProof => {
  const proven = provenOf(rule);
  const at = (times: number) => steadily(proven, times);
  return provenBy(rule, {
    fires: nonEmpty(paces.filter((times) => times > proven.rate.factor).map(at)),
    quiet: [nextToNothing(proven), ...paces.filter((times) => times < proven.rate.factor).map(at)],
  });
};

const page = proofOf(seldom, burn1h);
const changed = (proof: AlertProof, change: Change): AlertProof => mutated(proof, ofExpr(change));

// What somebody might get wrong, and the proof that must notice.
const mutants: Readonly<Record<string, AlertProof>> = {
  'a burn rate a little higher': changed(page, instead('> 14.4', '> 15.2')),
  'a burn rate a little lower': changed(page, instead('> 14.4', '> 13.6')),
  'another budget': changed(page, instead('/ 0.001', '/ 0.002')),
  'no long window': changed(page, instead('error_ratio_rate1h / 0.001', 'error_ratio_rate5m / 0.001')),
  'no short window': changed(page, instead('error_ratio_rate5m / 0.001', 'error_ratio_rate1h / 0.001')),
  'a long window half as long': changed(pace(burn1h), instead('[1h]', '[30m]')),
  'a long window twice as long': changed(pace(burn1h), instead('[1h]', '[2h]')),
  'no least traffic': changed(page, without(/\s+and \S+increase1h >= 278/g)),
  'half the least traffic': changed(page, instead('>= 278', '>= 139')),
  'three times the least traffic': changed(page, instead('>= 278', '>= 834')),
  'other failures': changed(page, instead('5..', '4..')),
  'health checks counted': changed(page, without(/, path!~"[^"]*"/g)),
  'a long window of half a day': changed(pace(burn1d), instead('[1d:5m]', '[12h:5m]')),
  'an edge too high': changed(proofOf(p99, p99.alerts.burn1h), instead('le="2.5"', 'le="5"')),
  'an edge too low': changed(proofOf(p99, p99.alerts.burn1h), instead(/le="2.5"/g, 'le=~"1|1\\\\.0"')),
};

const proofs: Readonly<Record<string, AlertProof>> = {
  ...Object.fromEntries(four.map((rule) => [`pace of ${rule.name}`, pace(rule)])),
  ...Object.fromEntries(four.map((rule) => [`every pace and ${rule.name}`, atEveryPace(rule)])),
};

const refused = new Map<string, string>();
beforeAll(async () => {
  const all = { ...proofs, ...mutants };
  const verdicts = await prove(Object.values(all));
  Object.keys(all).forEach((name, i) => refused.set(name, verdicts[i]?.refused.join('\n') ?? 'not proven'));
}, 180_000);

// Objectives of every kind are proven as ojeomneo has them.
describe('when all was well for as long as it looks back', () => {
  test.each(four.map(({ name }) => name))(
    '%s pages at its pace in an outage, ends with its short window, and stays quiet in a spike',
    (name) => {
      expect(refused.get(`pace of ${name}`)).toBe('');
    },
  );
});

describe('a burn that goes on at one pace', () => {
  test.each(four.map(({ name }) => name))(
    'fires %s at its burn rate and faster, not when it is slower',
    (name) => {
      expect(refused.get(`every pace and ${name}`)).toBe('');
    },
  );
});

/** The scenario that notices each, by what is said of it. */
const noticed: Readonly<Record<keyof typeof mutants, RegExp>> = {
  'a burn rate a little higher': /fires when the budget burns 15\.12 times too fast/,
  'a burn rate a little lower': /stays quiet when the budget burns 13\.68 times too fast/,
  'another budget': /fires when the budget burns 15\.12 times too fast/,
  'no long window': /stays quiet when 17% fail for 4m after 1h in which nothing did/,
  'no short window': /fires when everything fails after 1h in which nothing did/,
  'a long window half as long': /fires when 2\.88% fail after 1h in which nothing did/,
  'a long window twice as long': /fires when 2\.88% fail after 1h in which nothing did/,
  'no least traffic': /stays quiet when all of next to no requests fail/,
  'half the least traffic': /stays quiet when all of next to no requests fail/,
  'three times the least traffic': /fires when the budget burns 15\.12 times too fast/,
  'other failures': /fires when the budget burns 15\.12 times too fast/,
  'health checks counted': /fires when the budget burns 15\.12 times too fast/,
  'a long window of half a day': /stays quiet when 69% fail for 4m after 1d in which nothing did/,
  'an edge too high': /fires when the budget burns 15\.12 times too fast/,
  'an edge too low': /stays quiet when the budget burns 13\.68 times too fast/,
};

describe('the proof refuses', () => {
  test.each(Object.keys(mutants))('%s', (name) => {
    expect(refused.get(name)).toMatch(noticed[name] ?? 'no reason is given here');
  });
});
