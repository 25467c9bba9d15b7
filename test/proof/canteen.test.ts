import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AlertRule } from '../../alerts/rule/rule.js';
import { type AlertProof, alertProof } from '../../proof/files.js';
import { prove } from '../../proof/prove.js';
import { canteenGroup, packs } from '../alerts/canteen.js';
import { instead, mutated, ofExpr, proves, without } from './changed.js';
import { provesEveryAlert } from './proven.js';
import { provesRefusals } from './refusals.js';

const context = { application: 'canteen', namespace: 'canteen', language: 'ko' } as const;

const { highErrorRate, highLatency } = packs.http;
const { podDown } = packs.deployments;
const { highCpuUsage } = packs.cpu;
const { connectionsExhausted } = packs.connections;
const { tooManyConnections } = packs.connectionCount;
const { redisDown } = packs.redis;
const { redisMemoryHigh, redisCacheHitLow } = packs.cache;
const { queueTooLong, deadLettersWaiting } = packs.queues;
const { taskFailing, taskSlow } = packs.celery;
const { outsideApiFailing, outsideApiSlow } = packs.gpt;
const { uploadFailed } = packs.uploads;
const { targetDown } = packs.targets;

const guard = /\s*and [^]*$/g;
const healthChecks = /, path!~"[^"]*"/g;
const zeroOf = (name: string) =>
  new RegExp(`\\s*or label_replace\\(vector\\(0\\), "\\w+", "${name}", "", ""\\)`, 'g');

provesEveryAlert([canteenGroup], context);

provesRefusals(canteenGroup, {
  'errors of all services as one': [highErrorRate, 'none of another', without(/ by \(service\)/g)],
  'health checks among the requests': [highErrorRate, 'none of what is left out', without(healthChecks)],
  'health checks that fail': [highErrorRate, 'what is left out fails alone', without(healthChecks)],
  'errors of next to no requests': [highErrorRate, 'next to no requests', without(guard)],
  'errors of next to no requests, as others are many': [
    highErrorRate,
    'next to no requests fail, and none of another',
    instead(/and sum by \(service\)/g, 'and on () sum'),
  ],
  'latency of all services as one': [highLatency, 'those of another', without(/, service(?=\))/g)],
  'health checks among the quick': [highLatency, 'those of what is left out', without(healthChecks)],
  'a Deployment that is gone, left out': [podDown, 'menu is gone', without(zeroOf('menu'))],
  'the last Deployment that is gone, left out': [podDown, 'till is gone', without(zeroOf('till'))],
  'a Deployment that is gone, without its name': [
    podDown,
    'menu is gone',
    instead(/label_replace\((vector\(0\)), "deployment", "menu", "", ""\)/g, '$1'),
  ],
  'all Deployments as one': [podDown, 'no pod is available', instead('max by (deployment)', 'max')],
  "somebody else's Deployments": [podDown, "somebody else's", without(/deployment=~"menu\|till", /g)],
  'one core of several': [highCpuUsage, 'two cores together', instead('sum by', 'max by')],
  'a CPU limit of 0': [highCpuUsage, 'limit is 0', instead(/ > 0\n/g, '\n')],
  'connections at work alone': [
    connectionsExhausted,
    'of them idle',
    instead('count{', 'count{state="active", '),
  ],
  'connections of one server over the limits of all': [
    connectionsExhausted,
    'another server accepts many more',
    instead('/ (max by (instance) (', '/ ignoring (instance) group_left () (max ('),
  ],
  'a max_connections of 0': [connectionsExhausted, 'limit is 0', without(/ > 0\b(?!\.)/g)],
  'only connections at work': [
    tooManyConnections,
    'of them idle',
    instead('count{', 'count{state="active", '),
  ],
  'connections to all servers as one': [
    tooManyConnections,
    'as many to another server',
    without('by (instance)'),
  ],
  "connections to somebody else's server": [
    tooManyConnections,
    "somebody else's server",
    without(/\{namespace="canteen"\}/g),
  ],
  "somebody else's Redis in the place of one that is gone": [
    redisDown,
    "somebody else's is up",
    without('{namespace="canteen"}'),
  ],
  "somebody else's Redis that is down": [
    redisDown,
    "somebody else's is down",
    without('{namespace="canteen"}'),
  ],
  'a maxmemory that is not set': [redisMemoryHigh, 'not set', without(/ > 0\b(?!\.)/g)],
  'look-ups since the start': [redisCacheHitLow, 'of look-ups find something', without(/rate|\[5m\]/g)],
  'next to no look-ups': [redisCacheHitLow, 'next to no look-ups', without(guard)],
  'dead letters as work': [queueTooLong, 'dead letters wait', instead(/queue=~"[^"]*"/g, 'queue=~".+"')],
  'one dead-letter queue of several': [
    deadLettersWaiting,
    'in dead.orders',
    instead(/queue=~"[^"]*"/g, 'queue="dead"'),
  ],
  'work as dead letters': [deadLettersWaiting, 'a work queue is full', without(/, queue=~"[^"]*"/g)],
  'retries among the runs that ended': [taskFailing, 'after many retries', without(/, status!="retry"/g)],
  'runs of all tasks as one': [taskFailing, 'none of another task', without(/ by \(task\)/g)],
  'next to no runs': [taskFailing, 'all of next to no runs', without(guard)],
  'durations of all tasks as one': [taskSlow, 'those of another task', without(/, task(?=\))/g)],
  'durations of next to no runs': [taskSlow, 'next to no runs', without(guard)],
  'next to no calls that fail': [outsideApiFailing, 'next to no calls', without(guard)],
  'next to no calls that are slow': [outsideApiSlow, 'next to no calls', without(guard)],
  'a first failure that is not seen': [
    uploadFailed,
    'the very first upload fails',
    instead(/\(\s*canteen[^]* or /g, '('),
  ],
  'the first failure of a worker, which others hide': [
    uploadFailed,
    'the first upload of a worker',
    instead(/unless (canteen_uploads_total\{[^}]*\} offset 5m)/g, 'unless on (bucket) $1'),
  ],
  'failures that are never forgotten': [
    uploadFailed,
    'long after another',
    without(/unless [^]* offset 5m/g),
  ],
  'failures that are forgotten at once': [uploadFailed, 'the very first', instead(/5m/g, '1m')],
  'uploads that succeeded': [uploadFailed, 'uploads succeed', without(/, status="failure"/g)],
  'a job that is gone, left out': [targetDown, 'menu has no target', without(zeroOf('menu'))],
  'a job of which one target is left': [targetDown, 'one of two targets', instead('min by', 'max by')],
});

// A limit too high and one too low, where the limit is a number of its own. The first scenarios are those at the boundary.
const limited = canteenGroup.alerts.filter(({ condition }) => condition.limit.value > 0);
const shifted = (alert: AlertRule, factor: number): AlertProof => {
  const { operator, limit } = alert.condition;
  const { fires, quiet } = alert.scenarios();
  const boundary = proves(alert, { fires: fires.slice(0, 1), quiet: quiet.slice(0, 1) });
  return mutated(
    alertProof(boundary, canteenGroup, context),
    ofExpr((text) => text.replace(`${operator} ${limit.value}`, `${operator} ${limit.value * factor}`)),
  );
};
const higher = limited.map((alert) => [alert.name, shifted(alert, 1.1)] as const);
// Less than one pod is no pod, whatever part of one is asked for.
const lower = limited
  .filter((alert) => alert !== podDown)
  .map((alert) => [alert.name, shifted(alert, 0.9)] as const);

const refused = new Map<string, string>();

beforeAll(async () => {
  const proofs: readonly (readonly [string, AlertProof])[] = [
    ...higher.map(([name, proof]) => [`${name} higher`, proof] as const),
    ...lower.map(([name, proof]) => [`${name} lower`, proof] as const),
  ];
  const verdicts = await prove(proofs.map(([, proof]) => proof));
  proofs.forEach(([name], i) => refused.set(name, (verdicts[i]?.refused ?? []).join('\n')));
}, 180_000);

describe('the proofs are made at the boundary', () => {
  test.each(higher.map(([name]) => name))('%s is another under a limit a tenth higher', (name) => {
    expect(refused.get(`${name} higher`)).not.toBe('');
  });
  test.each(lower.map(([name]) => name))('%s is another under a limit a tenth lower', (name) => {
    expect(refused.get(`${name} lower`)).not.toBe('');
  });
});
