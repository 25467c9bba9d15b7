import { describe, expect, test } from '@jest/globals';
import { above } from '#alerts/rule/condition.js';
import { group } from '#alerts/rule/group.js';
import { hours } from '#alerts/rule/hours.js';
import { override } from '#alerts/rule/pack.js';
import { percent } from '#promql/unit/limit.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { untyped } from '../../untyped.js';
import { queueing, waiting } from './stall.js';

const alerting = (facts: object) => untyped(queueing, facts);
const changed = (facts: object) => untyped(override, { queueing: queueing() }, { queueing: facts });
const during = (facts: object) =>
  untyped(hours, { days: ['monday'], from: '09:00', to: '10:00', timeZone: 'Etc/UTC', ...facts });

describe('where types are put aside, an alert is refused for (mistake 86)', () => {
  test.each([
    [
      'a severity',
      alerting({ severity: 'critcal' }),
      "alert Queueing: severity: 'critcal' is none of critical, warning; write critical",
    ],
    [
      'no severity',
      alerting({ severity: undefined }),
      'severity: what is left out is none of critical, warning',
    ],
    ['a window', alerting({ window: '5minutes' }), "window: duration '5minutes'"],
    ['a limit without a unit', alerting({ limit: 10 }), 'limit: 10 has no unit; write it with its unit'],
    [
      'a limit of another unit',
      untyped(above, sum(value(waiting)), percent(500)),
      'the values are in count, not in ratio; write count(5)',
    ],
    ['no proof', alerting({ proof: undefined }), 'proof: it is left out'],
    ['a label that is none', alerting({ labels: { 'on-call': 'me' } }), "'on-call' is not a label name"],
    [
      'a severity that is changed',
      changed({ severity: 'critcal' }),
      "queueing.severity: 'critcal' is none of critical, warning; write critical",
    ],
    [
      'a change of no fact',
      changed({ severty: 'critical' }),
      "queueing.severty: there is no field 'severty', so nobody reads it; write severity",
    ],
    [
      'a group of what is no alert',
      untyped(group, 'stall', { interval: '30s', packs: [{ queueing: { name: 'Queueing' } }] }),
      'packs[0].queueing: an object is not made by alert(…)',
    ],
    ['a day', during({ days: ['mon'] }), "days[0]: 'mon' is none of sunday, monday"],
    ['no day', during({ days: [] }), 'no day is named'],
    ['no time zone', during({ timeZone: undefined }), 'timeZone: it is left out'],
  ])('%s', (_, made, why) => {
    expect(made).toThrow(why);
  });
});
