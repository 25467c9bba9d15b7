import { beforeAll, describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { isObject } from '#ground/field.js';
import { listAt, textAt } from '#ground/json.js';
import { otherwise, unknown } from '#laws/remote/metricsql-differs.js';
import { run } from '#proof/tools/run.js';
import { newestVictoriaMetrics, runTool } from '#proof/tools/tool.js';
import { aggregations, functions } from '#promql/expr/functions.js';
import { keptInVictoriaMetrics } from '../delivery/kept.js';
import { estate } from '../estate.js';
import { withFile } from '../routing/amtool.js';
import { query } from './query.js';
import { eventually } from '#servers/eventually.js';
import { importInto, withVictoriaMetrics } from './victoria-metrics.js';

/** What a real VictoriaMetrics says against a query; nothing where it takes it. */
const refused = async (url: string, promql: string): Promise<string> => {
  const response = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query: promql })}`);
  return textAt(await response.json(), 'error') ?? '';
};

/** Minutes before now, in milliseconds. */
const ago = (minutes: number): number => Date.now() - minutes * 60_000;

describe('a real VictoriaMetrics', () => {
  let strange: readonly string[] = [];
  const values = new Map<string, number | undefined>();
  beforeAll(async () => {
    await withVictoriaMetrics(async (url) => {
      const named = [...functions.keys(), ...aggregations.keys()];
      const said = await Promise.all(
        named.map(async (name) => [name, await refused(url, `${name}(x)`)] as const),
      );
      strange = said
        .filter(([, error]) => /unsupported function|unknown func/i.test(error))
        .map(([name]) => name);
      // A counter that began three minutes ago at 5, and has stood still since.
      const lines = [3, 2, 1, 0].map((minutes) => `began 5 ${ago(minutes)}`);
      await importInto(url, lines);
      await eventually(
        'what was imported to be found',
        async () => {
          const found = await query(url, 'count_over_time(began[10m])');
          return found.length > 0 || undefined;
        },
        60_000,
      );
      for (const name of otherwise.keys()) {
        const [sample] = await query(url, `${name}(began[10m])`);
        values.set(name, sample?.value);
      }
    });
  }, 240_000);

  test('knows none of the functions that are refused, and all others', () => {
    expect(strange.toSorted()).toEqual([...unknown].toSorted());
  });

  test('counts a series that begins, where Prometheus counts from its first sample', () => {
    expect(Object.fromEntries(values)).toEqual({ increase: 5, delta: 5, changes: 1 });
  });
});

test('promtool, as Prometheus, counts none of it', async () => {
  const tests = {
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: [{ series: 'began', values: '_x10 5x3' }],
        promql_expr_test: [...otherwise.keys()].map((name) => ({
          expr: `${name}(began[10m])`,
          eval_time: '13m',
          exp_samples: [{ labels: '{}', value: 0 }],
        })),
      },
    ],
  };
  const outcome = await withFile('tests.yaml', stringify(tests), (path) =>
    runTool('promtool', ['test', 'rules', path]),
  );
  expect(outcome).toMatchObject({ exitCode: 0 });
});

/** Rule files as the operator of VictoriaMetrics writes them of VMRules: it leaves out what is empty. */
const ruleFiles = estate.flatMap((application) =>
  keptInVictoriaMetrics({ ...application, release: 'prometheus' })
    .filter(({ kind }) => kind === 'VMRule')
    .map(({ metadata, ...rest }) => {
      const text = stringify(
        JSON.parse(JSON.stringify({ groups: listAt(rest, 'spec', 'groups') }), (_, each: unknown) =>
          isObject(each)
            ? Object.fromEntries(Object.entries(each).filter(([, value]) => value !== ''))
            : each,
        ),
        { aliasDuplicateObjects: false },
      );
      return [metadata.name, text] as const;
    }),
);

test.each(ruleFiles)(
  'vmalert takes the rules of %s',
  async (_, text) => {
    const { path: program } = await newestVictoriaMetrics('vmalert');
    const outcome = await withFile('rules.yaml', text, (path) => run(program, ['-dryRun', `-rule=${path}`]));
    expect(outcome).toMatchObject({ exitCode: 0 });
  },
  240_000,
);
