import { describe, expect, test } from '@jest/globals';
import { events } from '#alerts/slo/events.js';
import { sloGroup } from '#alerts/slo/group.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import { group } from '#alerts/rule/group.js';
import { narrowed } from '#promql/metric/catalog.js';
import { percent } from '#promql/unit/limit.js';
import { shop, shopMetrics } from '../synth/estate/shop.js';

const { requests } = narrowed(shopMetrics, { namespace: 'shop-prod' });
const objective = (name: string, application: string) =>
  slo(name, {
    application,
    subject: called('Shop'),
    title: { ko: '가용성', en: 'Availability' },
    sli: events({
      total: requests,
      bad: requests.where({ status: /5../ }),
      failures: { ko: '실패한 요청', en: 'requests that failed' },
      example: { good: { status: '200' }, bad: { status: '500' } },
    }),
    objective: percent(99.9),
  });

describe('an SLO names the application that it is of (mistake 66)', () => {
  test('and is taken by that', () => {
    const groups = [sloGroup(objective('Availability', 'shop'))];
    expect(shop({ groups }).groups[0]?.name).toBe('slo-availability');
  });

  test('and is refused by another, however often the name was given', () => {
    const groups = [objective('Availability', 'shpo'), objective('Second', 'shpo')].map((each) =>
      sloGroup(each),
    );
    expect(() => shop({ groups })).toThrow(
      new Error(
        "application 'shop': groups.slo-availability, groups.slo-second: what is recorded is called after 'shpo', which is not this application; write slo(…, { application: 'shop' })",
      ),
    );
  });

  test('in whatever group its rules are', () => {
    const { recorded, alerts } = objective('Availability', 'shpo');
    const groups = [group('own', { interval: '1m', records: recorded.rules, packs: [alerts] })];
    expect(() => shop({ groups })).toThrow(
      "application 'shop': groups.own: what is recorded is called after",
    );
  });
});
