import { expect, test } from '@jest/globals';
import { events } from '../../../alerts/slo/events.js';
import { slo, sloGroup } from '../../../alerts/slo/slo.js';
import { called } from '../../../alerts/subject.js';
import { sloPanels } from '../../../dashboards/slo.js';
import { print } from '../../../promql/expr/print.js';
import { counter } from '../../../promql/metric/declare.js';
import { percent } from '../../../promql/unit/limit.js';
import { evaluated } from './evaluated.js';

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
const evening = (expr: string, value?: number): Promise<string> =>
  evaluated(group, [all, failures], [{ expr, at: '3h', ...(value !== undefined && { value }) }]);

test('over a long window every event weighs the same, whatever the traffic', async () => {
  expect(await evening(rounded(ratio('3h')), 0.083333)).toBe('');
});

test('the ratio of a long window is not the mean of those of short ones', async () => {
  expect(await evening(rounded(`avg_over_time(${ratio('5m')}[3h])`), 0.083333)).not.toBe('');
});

test('events are counted over the window itself, without extrapolating', async () => {
  expect(await evening(rounded('slo:worker_tasks_events:increase3h'), 2160)).toBe('');
});

test('without events there is no ratio, rather than NaN', async () => {
  expect(await evening(ratio('5m'))).toBe('');
});

test('where nothing has ever failed the ratio is 0, rather than missing', async () => {
  expect(await evaluated(group, [all], [{ expr: rounded(ratio('1h')), at: '1h', value: 0 }])).toBe('');
});

test('where nothing is exported nothing is recorded', async () => {
  expect(await evaluated(group, [], [{ expr: '{__name__=~"slo:.*"}', at: '1h' }])).toBe('');
});

const panelsShow: readonly (readonly [keyof typeof panels, number, number])[] = [
  ['budgetLeft', 0, 0.166667],
  ['indicator', 0, 0.916667],
  ['indicator', 1, 0.9],
  ['failures', 0, 180],
  ['failures', 1, 216],
  ['burnRate', 0, 0.833333],
];

test.each(panelsShow)('the panel %s shows at its query %d the value %d', async (panel, index, value) => {
  expect(await evening(rounded(shown(panel, index)), value)).toBe('');
});
