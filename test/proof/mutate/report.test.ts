import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import type { MutationTestResult } from 'mutation-testing-report-schema';
import { mutationReport, writeReport } from '#proof/mutate/report.js';
import { trialsOf } from '#proof/mutate/subject.js';
import { verdictOf } from '#proof/mutate/verdict.js';
import { noFeatures } from '#proof/promtool/features.js';
import { placed, queueTooLong } from './queue.js';

const subject = placed(queueTooLong);
const { mutants } = trialsOf(subject, noFeatures);
const noticed = new Map(mutants.slice(1).map(({ name }) => [name, 'it </script> fires']));
const report = mutationReport([verdictOf(subject, 'a content', mutants, noticed)], {
  estate: 0.9,
  alert: 0.75,
});
const schema = createRequire(import.meta.url)(
  'mutation-testing-report-schema/mutation-testing-report-schema.json',
);

/** What a mutant replaces, as a text of the source. */
const replaced = (index: number, { files }: MutationTestResult = report): string => {
  const file = files['queue/QueueTooLong.yaml'];
  const location = file?.mutants[index]?.location;
  if (!file || !location) throw new Error(`there is no mutant ${index}`);
  const line = file.source.split('\n')[location.start.line - 1] ?? '';
  return line.slice(location.start.column - 1, location.end.column - 1);
};
const indexOf = (text: string): number =>
  mutants.findIndex(({ before, after }) => `${before} → ${after}` === text);

describe('the report', () => {
  test('is as the schema of the Stryker project has it', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    validate(report);
    expect(validate.errors).toBeNull();
  });
  test('shows the rule as it is deployed', () => {
    expect(report.files['queue/QueueTooLong.yaml']?.source).toContain('expr: sum(queue_depth) > 1000');
  });
  test('tells a survivor', () => {
    expect(report.files['queue/QueueTooLong.yaml']?.mutants[0]?.status).toBe('Survived');
  });
  test.each([
    ['> → <', '>'],
    ['> 1000 → > 2000', '1000'],
    ['sum → max', 'sum'],
    ['for: 1m → 2m', '1m'],
    ['severity: critical → severity: warning', 'critical'],
  ])('marks the place of %s', (change, text) => {
    expect(replaced(indexOf(change))).toBe(text);
  });
});

describe('the page', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'));
    await writeReport(folder, report);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('has all that it needs beside it', async () => {
    expect((await readdir(folder)).sort()).toEqual([
      'index.html',
      'mutation-test-elements.js',
      'mutation.json',
    ]);
  });
  test('is not ended by what a scenario says', async () => {
    expect(await readFile(join(folder, 'index.html'), 'utf8')).not.toContain('it </script>');
  });
});
