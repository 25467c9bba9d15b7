import { describe, expect, test } from '@jest/globals';
import { lighthousePanels } from '#dashboards/lighthouse.js';
import { maintenance } from '../../apps/maintenance/index.js';
import { alerts } from '../../apps/maintenance/alerts.js';
import { lighthousePages } from '../../apps/maintenance/metrics.js';

const { runbook } = alerts.lighthouseResultsMissing;

describe('results of Lighthouse that are missing', () => {
  test.each(['ko', 'en'] as const)('are looked for where node_exporter reads them (%s)', (language) => {
    const read = maintenance.exporters.flatMap(({ args }) => args);
    const [, folder] = /textfile\.directory=\S*?(\/var\/\S+)/.exec(read.join('\n')) ?? [];
    expect(runbook[language]?.check).toContain(`ls -l ${folder}/lighthouse.prom\ngrep lighthouse_`);
  });

  test('are told of late where a job stops, and that is said', () => {
    expect(runbook.en?.meaning).toContain(
      'a job that has stopped only once its last results are older than 8 days',
    );
    expect(runbook.ko?.meaning).toContain('작업이 멈추면 마지막 결과가 8일을 넘긴 뒤에야');
  });
});

test.each([
  ['bundle', ['LargeBundle']],
  ['images', ['HeavyImages']],
] as const)('the panel of %s has no limit but its own', (panel, names) => {
  const { drawing } = lighthousePanels(lighthousePages, alerts)[panel];
  expect(drawing.alerts.map(({ name }) => name)).toEqual(names);
});
