import { group } from '#alerts/rule/group.js';
import type { AlertRule, Shown } from '#alerts/rule/rule.js';
import { type Course, holds } from '#alerts/scenario/behaviour.js';
import type { Scenario } from '#alerts/scenario/scenario.js';
import { compare } from '#promql/vector/compare.js';
import { count } from '#promql/unit/limit.js';
import { gauge } from '#promql/metric/declare.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import type { Placed } from '#proof/prove-estate.js';
import { sound } from '../broken.js';

const depth = gauge('queue_depth', { help: 'Messages that wait', labels: ['queue'] });
const texts = { summary: 'Too many messages wait', description: 'Messages wait.' };

/** Messages of a queue that is in two instances, unequally. */
const scene = (when: string, level: Course): Scenario => ({
  when,
  series: [holds(depth, { instance: 'a' }, level), holds(depth, { instance: 'b' }, 100)],
});
const shown = (scenario: Scenario): Shown => ({
  ...scenario,
  tells: [{ labels: {}, texts: { ko: texts, en: texts } }],
});

/** Over 1000 messages wait, in all. */
export const queueTooLong: AlertRule = {
  ...sound,
  name: 'QueueTooLong',
  expr: compare(sum(value(depth)), '>', count(1000)).expr,
  for: '1m',
  texts: { ko: texts, en: texts },
  scenarios: () => ({
    fires: [shown(scene('1002 messages wait', { was: 10, becomes: 902 }))],
    quiet: [scene('1000 messages wait', 900), scene('950 messages wait', 850)],
  }),
};

/** The same, proven far from its limit only. */
export const weakly: AlertRule = {
  ...queueTooLong,
  scenarios: () => ({
    fires: [shown(scene('5000 messages wait', { was: 10, becomes: 4_900 }))],
    quiet: [scene('110 messages wait', 10)],
  }),
};

/** The alert in a group of its own. */
export const placed = (alert: AlertRule): Placed => ({
  alert,
  group: group('queue', { interval: '30s', packs: [{ alert }] }),
  context: { application: 'queue', namespace: 'queue', language: 'en' },
});
