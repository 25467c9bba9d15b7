import { beforeAll, expect, test } from '@jest/globals';
import { events } from '#alerts/slo/events.js';
import { sloGroup } from '#alerts/slo/group.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import { sloPanels } from '#dashboards/slo/panels.js';
import { print } from '#promql/expr/print.js';
import { counter } from '#promql/metric/declare.js';
import { percent } from '#promql/unit/limit.js';
import { type Expected, evaluated } from './evaluated.js';

const [done, failed] = [
  counter('tasks_total', { help: 'Tasks done' }),
  counter('tasks_failed_total', { help: 'Tasks that failed' }),
];
const tasks = slo('Tasks', {
  application: 'worker',
  subject: called('Worker'),
  title: { ko: '작업', en: 'Tasks' },
  sli: events({
    total: done,
    bad: failed,
    events: { ko: '작업', en: 'tasks' },
    failures: { ko: '실패한 작업', en: 'failed tasks' },
  }),
  objective: percent(90),
  window: '3h',
  alerts: ['1h'],
});
const group = sloGroup(tasks);
const panels = sloPanels(tasks);
const shown = (panel: keyof typeof panels, index: number): string =>
  print(panels[panel].queries[index]?.expr ?? { type: 'number', value: NaN });

/** Rounded: promtool compares to the last bit. */
const rounded = (expr: string): string => `round(${expr}, 0.000001)`;
const ratio = (window: string): string => `slo:worker_tasks:error_ratio_rate${window}`;

// Half an hour of 60 tasks a minute of which a tenth fails, an hour of 6 of which none does, then nothing.
const all = { series: 'tasks_total', values: '0+60x30 1806+6x59 2160+0x91' };
const failures = { series: 'tasks_failed_total', values: '0+6x30 180+0x151' };
const short = ratio('5m');
const long = rounded(ratio('3h'));
const mean = rounded(`avg_over_time(${short}[3h])`);
const counted = rounded('slo:worker_tasks_events:increase3h');
const never = rounded(ratio('1h'));
const anything = '{__name__=~"slo:.*"}';

// In the last of three hours nothing happens, so that no budget burns: how fast it did is asked before.
const panelsShow: readonly (readonly [keyof typeof panels, number, number, string])[] = [
  ['budgetLeft', 0, 0.166667, '3h'],
  ['indicator', 0, 0.916667, '3h'],
  ['indicator', 1, 0.9, '3h'],
  ['failures', 0, 0.833333, '3h'],
  ['burnRate', 0, 0.833333, '70m'],
  ['burnRate', 1, 0, '70m'],
];

const refused: string[] = [];
beforeAll(async () => {
  const evening: readonly Expected[] = [
    { expr: long, at: '3h', value: 0.083333 },
    { expr: mean, at: '3h', value: 0.083333 },
    { expr: counted, at: '3h', value: 2160 },
    { expr: short, at: '3h' },
    ...panelsShow.map(([panel, index, value, at]) => ({ expr: rounded(shown(panel, index)), at, value })),
  ];
  refused.push(
    ...(await evaluated(group, [all, failures], evening)),
    ...(await evaluated(group, [all], [{ expr: never, at: '1h', value: 0 }])),
    ...(await evaluated(group, [], [{ expr: anything, at: '1h' }])),
  );
});

test('over a long window every event weighs the same, whatever the traffic', () => {
  expect(refused).not.toContain(long);
});

test('the ratio of a long window is not the mean of those of short ones', () => {
  expect(refused).toContain(mean);
});

test('events are counted over the window itself, without extrapolating', () => {
  expect(refused).not.toContain(counted);
});

test('without events there is no ratio, rather than NaN', () => {
  expect(refused).not.toContain(short);
});

test('where nothing has ever failed the ratio is 0, rather than missing', () => {
  expect(refused).not.toContain(never);
});

test('where nothing is exported nothing is recorded', () => {
  expect(refused).not.toContain(anything);
});

test.each(panelsShow)('the panel %s shows at its query %d the value %d after %s', (panel, index) => {
  expect(refused).not.toContain(rounded(shown(panel, index)));
});
