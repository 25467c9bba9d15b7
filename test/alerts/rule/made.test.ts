import { describe, expect, test } from '@jest/globals';
import { group } from '#alerts/rule/group.js';
import { lost } from '#alerts/rule/made.js';
import { leftOut, override } from '#alerts/rule/pack.js';
import { prefixed } from '#alerts/rule/prefix.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { noAlertIsLost } from '#laws/lost.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { count } from '#promql/unit/limit.js';
import { queueing } from './stall.js';

/** The names under which an alert is waiting to be taken. */
const waitingAs = ({ made }: AlertRule): readonly string[] =>
  lost().flatMap((each) => (each.made === made ? [each.name] : []));
const grouped = (queue: AlertRule) => group('stall', { interval: '30s', packs: [{ queue }] });

describe('an alert that was made', () => {
  test('is lost as long as nothing takes it', () => {
    expect(waitingAs(queueing())).toEqual(['Queueing']);
  });
  test('is lost where a pack that is spread has another under its key', () => {
    const [first, second] = [queueing(), queueing()];
    grouped({ ...{ queue: first }, ...{ queue: second } }.queue);
    expect([waitingAs(first), waitingAs(second)]).toEqual([['Queueing'], []]);
  });
  test('is not lost once it is in a group', () => {
    const alert = queueing();
    grouped(alert);
    expect(waitingAs(alert)).toEqual([]);
  });
  test('is not lost where it is left out by name', () => {
    const queue = queueing();
    override({ queue }, { queue: leftOut });
    expect(waitingAs(queue)).toEqual([]);
  });
  test('is no longer waited for where another is made of it', () => {
    const alert = queueing();
    override(alert, { limit: count(20) });
    expect(waitingAs(alert)).toEqual([]);
  });
  test('is waited for as what an override made of it', () => {
    expect(waitingAs(override(queueing(), { limit: count(20) }))).toEqual(['Queueing']);
  });
  test('is waited for under the name that its application gave it', () => {
    expect(waitingAs(prefixed('Stall', { queue: queueing() }).queue)).toEqual(['StallQueueing']);
  });
  test('is not lost under its new name once that is in a group', () => {
    const { queue } = prefixed('Stall', { queue: queueing() });
    grouped(queue);
    expect(waitingAs(queue)).toEqual([]);
  });
});

describe('an estate', () => {
  test('is refused where an alert is lost', () => {
    expect(noAlertIsLost([queueing()])).toMatchObject([
      {
        where: 'alerts/Queueing',
        why: 'the alert Queueing was made, and is in no rule group: Prometheus never hears of it',
      },
    ]);
  });
  test('tells that with the faults of all laws', () => {
    const faults = synthesisOf({ places: [] }, [queueing()]).laws.flatMap((law) => law([]));
    expect(faults.map(({ where }) => where)).toEqual(['alerts/Queueing']);
  });
  test('is not refused where none is', () => {
    expect(noAlertIsLost([])).toEqual([]);
  });
});
