import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AlertRule } from '../../alerts/rule/alert.js';
import type { PrometheusGroup } from '../../alerts/rule/prometheus.js';
import { type AlertProof, alertProof } from '../../proof/files.js';
import { prove } from '../../proof/prove.js';
import { canteenGroup, packs } from '../alerts/canteen.js';

const context = { application: 'canteen', namespace: 'canteen' };
const proofIn = (alert: AlertRule, language: 'ko' | 'en') =>
  alertProof(alert, canteenGroup, { ...context, language }, language === 'ko' ? 'all' : 'texts');

/** The proof of an alert, over a rule with another expression than the one that it was made for. */
const mutated = (alert: AlertRule, change: (expr: string) => string): AlertProof => {
  const proof = proofIn(alert, 'ko');
  const { groups } = JSON.parse(proof.rules.text) as { readonly groups: readonly PrometheusGroup[] };
  const mutants = groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => ({ ...rule, expr: change(rule.expr) })),
  }));
  return { ...proof, rules: { ...proof.rules, text: JSON.stringify({ groups: mutants }) } };
};

const { highErrorRate, highLatency } = packs.http;
const { podDown } = packs.deployments;
const { highCpuUsage } = packs.cpu;
const { connectionsExhausted } = packs.connections;
const { redisMemoryHigh, redisCacheHitLow } = packs.cache;
const { queueTooLong, deadLettersWaiting } = packs.queues;
const { taskFailing, taskSlow } = packs.celery;
const { outsideApiFailing, outsideApiSlow } = packs.gpt;
const { uploadFailed } = packs.uploads;
const { targetDown } = packs.targets;

const without =
  (part: string | RegExp) =>
  (expr: string): string =>
    expr.replaceAll(part, '');
const instead =
  (part: string | RegExp, other: string) =>
  (expr: string): string =>
    expr.replaceAll(part, other);
const guard = /\s*and [^]*$/g;
const healthChecks = /, path!~"[^"]*"/g;
const zeroOf = (name: string) =>
  new RegExp(`\\s*or label_replace\\(vector\\(0\\), "\\w+", "${name}", "", ""\\)`, 'g');

type Mutants = Readonly<Record<string, readonly [AlertRule, (expr: string) => string]>>;

/** What somebody might write instead, and what would then be missed or told for nothing. */
const mutants: Mutants = {
  'errors of all services as one': [highErrorRate, without(/ by \(service\)/g)],
  'health checks among the requests that fail or not': [highErrorRate, without(healthChecks)],
  'errors of next to no requests': [highErrorRate, without(guard)],
  'latency of all services as one': [highLatency, instead(/sum by \((le, )?service\)/g, 'sum by ($1)')],
  'health checks among the requests that are slow or not': [highLatency, without(healthChecks)],
  'a Deployment that is gone, left out': [podDown, without(zeroOf('menu'))],
  'the last Deployment that is gone, left out': [podDown, without(zeroOf('till'))],
  'a Deployment that is gone, without its name': [
    podDown,
    instead(/label_replace\((vector\(0\)), "deployment", "menu", "", ""\)/g, '$1'),
  ],
  'all Deployments as one': [podDown, instead('max by (deployment)', 'max')],
  "somebody else's Deployments": [podDown, without(/deployment=~"menu\|till", /g)],
  'one core of several': [highCpuUsage, instead('sum by', 'max by')],
  'a CPU limit of 0': [highCpuUsage, instead(/ > 0\n/g, '\n')],
  'connections at work alone': [connectionsExhausted, instead('count{', 'count{state="active", ')],
  'connections of all servers over the limit of one': [connectionsExhausted, without(/ by \(instance\)/g)],
  'a max_connections of 0': [connectionsExhausted, without(/ > 0\b(?!\.)/g)],
  'a maxmemory that is not set': [redisMemoryHigh, without(/ > 0\b(?!\.)/g)],
  'look-ups since the start': [redisCacheHitLow, without(/rate|\[5m\]/g)],
  'next to no look-ups': [redisCacheHitLow, without(guard)],
  'dead letters as work': [queueTooLong, instead(/queue=~"[^"]*"/g, 'queue=~".+"')],
  'messages that workers have taken': [queueTooLong, instead('_ready', '')],
  'one dead-letter queue of several': [deadLettersWaiting, instead(/queue=~"[^"]*"/g, 'queue="dead"')],
  'work as dead letters': [deadLettersWaiting, without(/, queue=~"[^"]*"/g)],
  'retries among the runs that ended': [taskFailing, without(/, status!="retry"/g)],
  'runs of all tasks as one': [taskFailing, without(/ by \(task\)/g)],
  'next to no runs': [taskFailing, without(guard)],
  'durations of all tasks as one': [taskSlow, instead(/sum by \((le, )?task\)/g, 'sum by ($1)')],
  'durations of next to no runs': [taskSlow, without(guard)],
  'next to no calls that fail': [outsideApiFailing, without(guard)],
  'next to no calls that are slow': [outsideApiSlow, without(guard)],
  'a first failure that is not seen': [uploadFailed, instead(/\(\s*canteen[^]* or /g, '(')],
  'a first failure of one worker among others': [
    uploadFailed,
    instead(
      /canteen_uploads_total(\{[^}]*\}) unless canteen_uploads_total\{[^}]*\} offset 5m/g,
      '(sum(canteen_uploads_total$1) unless sum(canteen_uploads_total$1 offset 5m))',
    ),
  ],
  'failures that are never forgotten': [uploadFailed, without(/unless [^]* offset 5m/g)],
  'failures that are forgotten within a minute': [uploadFailed, instead(/5m/g, '1m')],
  'uploads that succeeded': [uploadFailed, without(/, status="failure"/g)],
  'a job that is gone, left out': [targetDown, without(zeroOf('menu'))],
  'a job of which one target is left': [targetDown, instead('min by', 'max by')],
};

// A limit too high and one too low, where the limit is a number of its own; half a pod is no pod.
const limited = canteenGroup.alerts.filter(({ condition }) => condition.limit.value > 0);
const shifted = (alert: AlertRule, factor: number): AlertProof => {
  const { operator, limit } = alert.condition;
  return mutated(alert, (text) =>
    text.replace(`${operator} ${limit.value}`, `${operator} ${limit.value * factor}`),
  );
};
const higher = limited.map((alert) => [alert.name, shifted(alert, 1.5)] as const);
const lower = limited
  .filter((alert) => alert !== podDown)
  .map((alert) => [alert.name, shifted(alert, 0.5)] as const);

const { alerts } = canteenGroup;
const names = alerts.map(({ name }) => name);
const refused = new Map<string, string>();

beforeAll(async () => {
  const proofs: readonly (readonly [string, AlertProof])[] = [
    ...alerts.flatMap((alert) =>
      (['ko', 'en'] as const).map(
        (language) => [`${alert.name} ${language}`, proofIn(alert, language)] as const,
      ),
    ),
    ...Object.entries(mutants).map(([name, [alert, change]]) => [name, mutated(alert, change)] as const),
    ...higher.map(([name, proof]) => [`${name} higher`, proof] as const),
    ...lower.map(([name, proof]) => [`${name} lower`, proof] as const),
  ];
  const verdicts = await prove(proofs.map(([, proof]) => proof));
  proofs.forEach(([name], i) => refused.set(name, (verdicts[i]?.refused ?? []).join('\n')));
}, 60_000);

describe.each(['ko', 'en'])('promtool holds in %s the proof of', (language) => {
  test.each(names)('%s', (name) => {
    expect(refused.get(`${name} ${language}`)).toBe('');
  });
});

describe('the proofs refuse', () => {
  test.each(Object.keys(mutants))('%s', (name) => {
    expect(refused.get(name)).toContain('FAILED');
  });

  test.each(Object.entries(mutants))('by another rule: %s', (_, [alert, change]) => {
    const text = proofIn(alert, 'ko').rules.text;
    expect(mutated(alert, change).rules.text).not.toBe(mutated(alert, (same) => same).rules.text);
    expect(text).toContain(alert.name);
  });
});

describe('the proofs are made at the boundary', () => {
  test.each(higher.map(([name]) => name))('%s is another under a limit half as high again', (name) => {
    expect(refused.get(`${name} higher`)).not.toBe('');
  });
  test.each(lower.map(([name]) => name))('%s is another under half the limit', (name) => {
    expect(refused.get(`${name} lower`)).not.toBe('');
  });
});
