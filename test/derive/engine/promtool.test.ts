import { expect, test } from '@jest/globals';
import { compile } from '#derive/engine/compile.js';
import { Refused } from '#derive/engine/refused.js';
import type { Sample, World } from '#derive/engine/world.js';
import { parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';
import { newestPromtool, programOf } from '#proof/tools/tool.js';
import { fc } from '../../seeded.js';
import { type Answer, type Question, askPromtool } from './asked.js';
import { shop } from './shop.js';
import { written } from './written.js';

const moments = fc.constantFrom(
  0,
  30,
  90,
  300,
  310,
  630,
  1_200,
  1_335,
  1_800,
  2_095,
  2_100,
  3_000,
  3_300,
  3_600,
);

const read = ({ expr, seconds }: Question, world: World): Answer => {
  try {
    const value = compile(parse(expr, bareMetric))(world, seconds);
    if (typeof value === 'string') throw new Error(`${expr} is a text`);
    return typeof value === 'number' ? [{ labels: {}, value }] : value;
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    throw error;
  }
};

/** Six digits of each value, series by series. */
const shown = (answer: Answer): string => {
  if (answer === 'refused') return answer;
  const lines = answer.map(({ labels, value }: Sample) => {
    const pairs = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
    const isNothing = Math.abs(value) < 1e-9;
    return `${JSON.stringify(Object.fromEntries(pairs))} ${isNothing ? 0 : value.toPrecision(6)}`;
  });
  return lines.sort().join('\n');
};

const programs = await Promise.all([programOf('promtool'), newestPromtool()]);

test.each(programs.map((program) => [program.version.text, program] as const))(
  'What is read is what promtool %s reads',
  async (_, program) => {
    const { major, minor } = program.version;
    const world: World = { ...shop, release: `${major}.${minor}` };
    const questions = fc.sample(fc.record({ expr: written, seconds: moments }), 600);
    const answers = await askPromtool(program, world, 3_600, questions);
    expect(answers).toHaveLength(questions.length);
    const told = (answerOf: (question: Question, i: number) => Answer) =>
      questions.map(
        (question, i) => `${question.expr} at ${question.seconds}:\n${shown(answerOf(question, i))}`,
      );
    expect(told((question) => read(question, world))).toEqual(told((__, i) => answers[i] ?? 'refused'));
  },
);
