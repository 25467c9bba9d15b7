import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sample, World } from '#derive/engine/world.js';
import { run } from '#proof/tools/run.js';
import type { Program } from '#proof/tools/search.js';

/** What promtool reads of an expression at a moment, or that it refuses to. */
export type Answer = readonly Sample[] | 'refused';

/** An expression and when it is read, in seconds. */
export interface Question {
  readonly expr: string;
  readonly seconds: number;
}

const seriesText = (name: string, labels: object): string =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(',')}}`;

const samplesOf = (text: string): readonly Sample[] =>
  text === 'nil'
    ? []
    : [...text.matchAll(/\{((?:[^"{}]|"(?:[^"\\]|\\.)*")*)\} (\S+?)(?:, |$)/g)].map(
        ([, labels = '', value = '']) => ({
          labels: Object.fromEntries(
            [...labels.matchAll(/(\w+)=("(?:[^"\\]|\\.)*")/g)].map(([, label = '', quoted = '']) => [
              label,
              String(JSON.parse(quoted)),
            ]),
          ),
          value: value === '+Inf' ? Infinity : value === '-Inf' ? -Infinity : Number(value),
        }),
      );

/** Each complaint of an expression says what was got instead of what nothing ever is. */
const answersIn = (stderr: string): readonly Answer[] =>
  stderr
    .split(/^ {4}expr: /m)
    .slice(1)
    .map((told) => {
      const got = /^ {8}got: (.*)$/m.exec(told)?.[1];
      return got === undefined ? 'refused' : samplesOf(got);
    });

/**
 * What the real promtool reads, question by question, in one call. A scrape is every `world.interval` seconds, up to `until`.
 */
export const askPromtool = async (
  { path }: Program,
  world: World,
  until: number,
  questions: readonly Question[],
): Promise<readonly Answer[]> => {
  const { series, interval, step = 60 } = world;
  const scrapes = Array.from({ length: Math.floor(until / interval) + 1 }, (_, i) => i * interval);
  const tests = [
    {
      interval: `${interval}s`,
      input_series: series.map(({ name, labels, at }) => ({
        series: seriesText(name, labels),
        values: scrapes.map((seconds) => at(seconds) ?? '_').join(' '),
      })),
      promql_expr_test: questions.map(({ expr, seconds }) => ({
        expr,
        eval_time: `${seconds}s`,
        exp_samples: [{ labels: 'never_there', value: 1 }],
      })),
    },
  ];
  const folder = await mkdtemp(join(tmpdir(), 'asked-'));
  try {
    await writeFile(
      join(folder, 'test.yml'),
      JSON.stringify({ rule_files: [], evaluation_interval: `${step}s`, tests }),
    );
    const { stderr } = await run(path, ['test', 'rules', 'test.yml'], { cwd: folder });
    return answersIn(stderr);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
