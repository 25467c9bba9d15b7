import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { alarmPanels, shortAlarmsPanel } from '#dashboards/alarms.js';
import { runTool } from '#proof/tools/tool.js';
import { print } from '#promql/expr/print.js';
import { withFolder } from '../hosts/folder.js';

const [query] = shortAlarmsPanel('shop').queries;
const expr = print(query?.expr ?? { type: 'number', value: NaN }).replaceAll('$__range', '1h');

/** An alarm that fires for so many minutes from the tenth on, minute by minute, as Prometheus stores it. */
const alarm = (name: string, minutes: number, application = 'shop') => ({
  series: `ALERTS{alertname="${name}", alertstate="firing", application="${application}"}`,
  values: `_x9 1x${minutes - 1} stale`,
});

/** What promtool says where the panel shows this after an hour. */
const tested = (alarms: readonly object[], shown: readonly number[]) =>
  withFolder({}, async (folder) => {
    const test = {
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: alarms,
          promql_expr_test: [
            { expr, eval_time: '1h', exp_samples: shown.map((value) => ({ labels: '{}', value })) },
          ],
        },
      ],
    };
    await writeFile(join(folder, 'test.yml'), JSON.stringify(test));
    const { exitCode, stdout, stderr } = await runTool('promtool', ['test', 'rules', 'test.yml'], {
      cwd: folder,
    });
    return exitCode === 0 ? 'well' : `${stdout}${stderr}`;
  });

describe('the share of alarms that were soon over', () => {
  test.each([
    ['half of two, of which one fired for 3 minutes and one for 20', [alarm('A', 3), alarm('B', 20)], [0.5]],
    ['none where each fired for longer', [alarm('A', 20)], [0]],
    ['all where one fired for a minute', [alarm('A', 1)], [1]],
    ['nothing where none ended', [alarm('A', 60)], []],
    ['nothing of another application', [alarm('A', 3, 'other')], []],
  ])('is %s', async (_, alarms, shown) => {
    expect(await tested(alarms, shown)).toBe('well');
  });
});

test('how many alarms fire is counted by severity, those of the application alone', () => {
  expect(alarmPanels('shop').overTime.queries.map(({ expr }) => print(expr))).toEqual([
    'count(ALERTS{alertstate="firing", application="shop", severity="critical"}) or vector(0)',
    'count(ALERTS{alertstate="firing", application="shop", severity="warning"}) or vector(0)',
  ]);
});
