import { type Alert, type AlertSpec, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { gauge } from '#promql/metric/declare.js';
import { count } from '#promql/unit/limit.js';
import { sum } from '#promql/vector/aggregate.js';
import { avgOverTime } from '#promql/vector/over-time.js';
import { value } from '#promql/vector/select.js';

export const waiting = gauge('stall_waiting', { help: 'Guests who wait', range: [0, Infinity] });

const said = (of: string, length: string, past: string) => ({
  summary: of,
  description: `${of} for ${length}`,
  meaning: `over ${past}`,
  impact: 'Hunger.',
  check: 'Look.',
  action: 'Cook.',
});

/** An alert whose sentences say each of its facts, or what else is said of it. */
export const queueing = (spec: Partial<AlertSpec<never, 'count'>> = {}): Alert<never, 'count'> =>
  alert('Queueing', {
    limit: count(10),
    window: '5m',
    for: '2m',
    severity: 'warning',
    when: ({ limit, window }) => above(sum(avgOverTime(waiting, window)), limit),
    says: {
      ko: (says) => said(`${says.limit}명 넘게`, says.for, says.window),
      en: (says) => said(`more than ${says.limit}`, says.for, says.window),
    },
    proof: () => ({
      reading: {
        at: (guests) => [holds(waiting, {}, guests)],
        well: 0,
        when: (guests) => `${guests} wait`,
        labels: {},
      },
    }),
    ...spec,
  });

/** One that looks at the present only, and has no window. */
export const longQueue = (spec: Partial<AlertSpec<never, 'count'>> = {}): Alert<never, 'count'> => {
  const { window: _, ...present } = queueing().spec;
  void _;
  const sentences = () => said('many wait', 'long', 'now');
  return alert('Queueing', {
    ...present,
    when: ({ limit }) => above(sum(value(waiting)), limit),
    says: { ko: sentences, en: sentences },
    ...spec,
  });
};
