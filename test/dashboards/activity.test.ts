import { describe, expect, test } from '@jest/globals';
import { connectionPanels, workPanels } from '#dashboards/activity.js';
import { nothingDone } from '#alerts/activity/nothing-done.js';
import { workdays } from '#alerts/rule/clock.js';
import { hours } from '#alerts/rule/hours.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { called } from '#alerts/text/subject.js';
import { inline } from '#promql/expr/inline.js';
import { counter, gauge } from '#promql/metric/declare.js';

const what = { en: 'files written' };
const written = counter('files_written_total', { help: 'Files written', labels: ['track'] });
const { up } = scrapeMetrics;
const during = hours({ days: workdays, from: '09:00', to: '15:30', timeZone: 'Asia/Seoul' });
const silent = nothingDone(called('Shop'), { done: written, up }, { what, during });
const panels = workPanels(
  { done: written },
  { title: 'Files Written', what, by: 'track' },
  { nothingDone: silent },
);
const asked = ({
  queries,
}: {
  readonly queries: readonly { readonly expr: Parameters<typeof inline>[0] }[];
}) => queries.map(({ expr }) => inline(expr));

describe('work that must go on is shown', () => {
  test('in the shown range, by its label', () => {
    expect(asked(panels.inRange)).toEqual(['sum by (track) (increase(files_written_total[$__range]))']);
  });

  test('each minute, so that a stop is seen', () => {
    expect(asked(panels.perMinute)).toEqual([
      'sum by (track) (rate(files_written_total[$__rate_interval])) * 60',
    ]);
  });

  test('as the alert reads it, with its limit', () => {
    expect([asked(panels.lately), panels.lately.drawing.alerts.map(({ name }) => name)]).toEqual([
      [inline(silent.condition.signal)],
      ['NothingDone'],
    ]);
  });

  test('by how long ago the last was', () => {
    expect(asked(panels.sinceLast)[0]).toMatch(/^time\(\) - max by \(track\)/);
  });

  test('in the languages in which it is said', () => {
    expect(Object.keys(panels.inRange.description)).toEqual(['en']);
  });
});

test('connections are shown now and over time, 0 where nobody tells', () => {
  const connections = gauge('connections', { help: 'Connections' });
  const { now, overTime } = connectionPanels({ connections }, { title: 'Connections', what }, {});
  expect([asked(now), asked(overTime)]).toEqual([
    ['sum(connections) or vector(0)'],
    ['sum(connections) or vector(0)'],
  ]);
});
