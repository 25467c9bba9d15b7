import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AlertRule, Scenarios } from '../../alerts/rule/rule.js';
import { type AlertProof, alertProof } from '../../proof/files.js';
import { type Verdict, prove } from '../../proof/prove.js';
import { packs, shopGroup } from '../alerts/packs.js';
import { type Mutation, behavesOtherwise, instead, mutated, ofExpr, proves, without } from './changed.js';

const proofOf = (alert: AlertRule): AlertProof =>
  alertProof(alert, shopGroup, { application: 'shop', namespace: 'shop-prod', language: 'en' });

const annotation =
  (name: string, change: (text: string) => string): Mutation =>
  (rule) => ({
    ...rule,
    annotations: { ...rule.annotations, [name]: change(rule.annotations?.[name] ?? '') },
  });

const volume = proofOf(packs.volumes.volumeAlmostFull);

// What somebody might get wrong, and what must come out of it.
const mutations: Readonly<Record<string, Mutation>> = {
  'a `for` twice as long': (rule) => ({ ...rule, for: '10m' }),
  'a `for` one evaluation longer': (rule) => ({ ...rule, for: '330s' }),
  'a `for` one evaluation shorter': (rule) => ({ ...rule, for: '270s' }),
  'no `for`': ({ for: _, ...rule }) => rule,
  'an alert that goes on firing for an hour': (rule) => ({ ...rule, keep_firing_for: '1h' }),
  'an expression that does not forget': ofExpr((text) => `max_over_time((${text})[1h:30s])`),
  'a limit a little higher': ofExpr((text) => text.replace('> 0.85', '> 0.852')),
  'a limit a little lower': ofExpr((text) => text.replace('> 0.85', '> 0.848')),
  'a reversed operator': ofExpr((text) => text.replace('> 0.85', '< 0.85')),
  'a division that may be by 0': ofExpr((text) => text.replace(/\)\s*> 0\n/, ')\n')),
  'a division turned over': ofExpr((text) => text.replace('/', '*')),
  'a label that is dropped': ofExpr(instead('namespace, persistentvolumeclaim', 'namespace')),
  'series of somebody else': ofExpr(without(/, persistentvolumeclaim=~"[^"]*"/g)),
  'an expression that is always true': ofExpr(() => 'vector(1)'),
  'an expression that is never true': ofExpr(() => 'vector(1) < 0'),
  'another severity': (rule) => ({ ...rule, labels: { ...rule.labels, severity: 'critical' } }),
  'a label more': (rule) => ({ ...rule, labels: { ...rule.labels, team: 'platform' } }),
  'another summary': annotation('summary', (text) => `${text}!`),
  'a value in another unit': annotation('description', (text) =>
    text.replace('humanizePercentage', 'humanize'),
  ),
  'a template that does not exist': annotation('summary', (text) => text.replace('$labels', '$lables')),
  'another name': (rule) => ({ ...rule, alert: 'VolumeFull' }),
};

// A limit too high and one too low, where the limit is a number of its own.
const limited = shopGroup.alerts.filter(
  ({ condition: { operator, limit }, during }) => operator !== '==' && limit.value > 0 && !during,
);
// Of a proof only that half is run which must refuse it.
const shifted = (alert: AlertRule, factor: number, half: Partial<Scenarios>): AlertProof => {
  const { operator, limit } = alert.condition;
  return mutated(
    proofOf(proves(alert, half)),
    ofExpr((text) => text.replace(`${operator} ${limit.value}`, `${operator} ${limit.value * factor}`)),
  );
};

// Only the night: each day of a test costs promtool half a second.
const overnight = (alert: AlertRule, change: (text: string) => string): AlertProof => {
  const fires = alert.scenarios().fires.filter(({ firesIn }) => firesIn !== undefined);
  return mutated(proofOf(proves(alert, { fires: fires.slice(0, 1), quiet: [] })), ofExpr(change));
};

const verdicts = new Map<string, Verdict>();
const refused = (name: string): readonly string[] | undefined => verdicts.get(name)?.refused;

beforeAll(async () => {
  const proofs: Readonly<Record<string, AlertProof>> = {
    ...Object.fromEntries(
      Object.entries(mutations).map(([name, mutation]) => [name, mutated(volume, mutation)]),
    ),
    ...Object.fromEntries(
      limited.flatMap((alert) => [
        [`${alert.name} high`, shifted(alert, alert.condition.operator === '<' ? 0.5 : 1.5, { quiet: [] })],
        [`${alert.name} low`, shifted(alert, alert.condition.operator === '<' ? 1.5 : 0.5, { fires: [] })],
      ]),
    ),
    unchanged: volume,
    'all hours': overnight(packs.connections.noActiveConnections, (text) =>
      text.replace(/\s*and on \(\)[^]*$/, ''),
    ),
    'hours from the opening on': overnight(packs.work.nothingDone, (text) => text.replace(/ >= 10\b/, '')),
  };
  const made = await prove(Object.values(proofs));
  Object.keys(proofs).forEach((name, i) => made.slice(i, i + 1).forEach((one) => verdicts.set(name, one)));
}, 180_000);

test('the proof holds for the rule that it was made for', () => {
  expect(refused('unchanged')).toEqual([]);
});

describe('the proof refuses', () => {
  test.each(Object.keys(mutations))('%s', (name) => {
    expect(refused(name)).not.toEqual([]);
  });
});

describe('the proof of an alert that keeps hours refuses (mistake 14)', () => {
  test.each(['all hours', 'hours from the opening on'])('%s', (name) => {
    expect(refused(name)).not.toEqual([]);
  });
});

describe('the proof is made at the boundary', () => {
  test.each(limited.map(({ name }) => name))(
    '%s is not quiet over half as far again as its limit',
    (name) => {
      expect(behavesOtherwise(verdicts.get(`${name} high`))).toBe(true);
    },
  );
  test.each(limited.map(({ name }) => name))('%s does not fire at half as far as its limit', (name) => {
    expect(behavesOtherwise(verdicts.get(`${name} low`))).toBe(true);
  });
});
