import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const mistakes = readFileSync('test/messages/mistakes.types.ts', 'utf8').replaceAll('@ts-expect-error ', '');
const lines = mistakes.split('\n');

mkdirSync('.cache', { recursive: true });
// As deep as the file that is copied, whose imports must lead where they did.
const folder = mkdtempSync(join('.cache', 'messages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of the copy, as somebody who made the mistakes reads it. */
const compiled = (): Promise<string> => {
  writeFileSync(join(folder, 'mistakes.ts'), mistakes);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.json',
      compilerOptions: { incremental: false, tsBuildInfoFile: null },
      include: ['mistakes.ts'],
      exclude: [],
    }),
  );
  const compiler = ['node_modules/typescript-native/bin/tsc', '-p', folder, '--pretty', 'false'];
  return new Promise((resolve) =>
    execFile(process.execPath, compiler, (_, stdout, stderr) => resolve(stdout + stderr)),
  );
};

/** The first two lines about each mistake, by what stands over it. */
const firstTwo = (said: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    said.split(/^(?=\S+\(\d+,\d+\): error )/m).map((message) => {
      const [, line, text = ''] = /^\S+\((\d+),\d+\): error TS\d+: (.*)$/s.exec(message) ?? [];
      const over = lines[Number(line) - 2] ?? message;
      return [
        over.replace(/^\/\/ /, ''),
        text
          .trimEnd()
          .split('\n')
          .slice(0, 2)
          .map((each) => each.trim()),
      ];
    }),
  );

describe('The compiler tells in its first two lines what to write instead of', () => {
  let said: ReadonlyMap<string, readonly string[]> = new Map();
  beforeAll(async () => {
    said = firstTwo(await compiled());
  });

  test.each<[string, readonly string[]]>([
    [
      'unequal labels',
      [
        `Argument of type 'Vector<never, "perSecond">' is not assignable to parameter of type 'number | Wanted<Limit<"perSecond"> | Vector<"path", "perSecond">, "both sides need the same labels: aggregate both by the same { by: […] }, or say how they join: on(…).groupLeft()", Vector<...>>'.`,
        `Type 'Vector<never, "perSecond">' is not assignable to type 'Vector<"path", "perSecond">'.`,
      ],
    ],
    [
      'an unaggregated signal',
      [
        `Type 'Samples<LabelsOf<Values<"code" | "path", {}>>, "perSecond">' is missing the following properties from type 'Vector<string, Unit>': labels, 'aggregate first, as sum(…, { by: […] }) does'`,
      ],
    ],
    [
      'a label that a pack wants under another name',
      [
        `Argument of type '{ readonly requests: Metric<"counter", Values<"code" | "path", {}>, "count">; readonly duration: Metric<"histogram", Values<"path", {}>, "seconds">; readonly baskets: Metric<...>; }' is not assignable to parameter of type 'Wanted<HttpMetrics<never, "status">, "requests need the label status: where it has another name, say so: { …metrics, status: 'code' }">'.`,
        `Type '{ readonly requests: Metric<"counter", Values<"code" | "path", {}>, "count">; readonly duration: Metric<"histogram", Values<"path", {}>, "seconds">; readonly baskets: Metric<...>; }' is not assignable to type 'HttpMetrics<never, "status"> & Refused<"requests need the label status: where it has another name, say so: { …metrics, status: 'code' }">'.`,
      ],
    ],
    [
      'a bare number for a limit of a pack',
      [
        `Type 'number' is not assignable to type 'Wanted<Limit<"ratio">, "the values are in ratio: write percent(5)">'.`,
      ],
    ],
    [
      'a bare number for a limit',
      [
        `Argument of type 'number' is not assignable to parameter of type 'Wanted<Limit<"seconds">, "the values are in seconds: write seconds(5) or seconds('5m')">'.`,
      ],
    ],
    [
      'a limit of another unit',
      [
        `Argument of type 'Limit<"ratio">' is not assignable to parameter of type 'Wanted<Limit<"seconds">, "the values are in seconds: write seconds(5) or seconds('5m')">'.`,
        `Type 'Limit<"ratio">' is not assignable to type 'Limit<"seconds">'.`,
      ],
    ],
    [
      'a signal of two units',
      [
        `Argument of type 'Vector<never, "ratio"> | Vector<never, "seconds">' is not assignable to parameter of type 'Vector<never, "ratio" | "seconds"> & Refused<"may be of one unit or of another: write one call for each, and choose between their results">'.`,
        `Type 'Vector<never, "ratio">' is not assignable to type 'Vector<never, "ratio" | "seconds"> & Refused<"may be of one unit or of another: write one call for each, and choose between their results">'.`,
      ],
    ],
    [
      'a filter by a label that the metric does not have',
      [
        `Object literal may only specify known properties, and 'status' does not exist in type 'Matchers<Values<"code" | "path", {}>>'.`,
      ],
    ],
    [
      'an aggregation by a label that the metric does not have',
      [`Type '"status"' is not assignable to type 'LabelsOf<Values<"code" | "path", {}>>'.`],
    ],
    [
      'a counter read raw',
      [
        `Argument of type 'Metric<"counter", Values<"code" | "path", {}>, "count">' is not assignable to parameter of type 'Wanted<GaugeOf<Values<"code" | "path", {}>, "count">, "a counter is not read raw: write rate(…, '5m') or increase(…, '5m')">'.`,
        `Type 'Metric<"counter", Values<"code" | "path", {}>, "count">' is not assignable to type 'GaugeOf<Values<"code" | "path", {}>, "count">'.`,
      ],
    ],
    [
      'the rate of a gauge',
      [
        `Argument of type 'Metric<"gauge", Values<"path", {}>, "count">' is not assignable to parameter of type 'Wanted<CounterOf<Values<"path", {}>, "count">, "only what counts has a rate: write value(…) of a gauge, sumOf(…) or countOf(…) of a histogram">'.`,
        `Type 'Metric<"gauge", Values<"path", {}>, "count">' is not assignable to type 'CounterOf<Values<"path", {}>, "count">'.`,
      ],
    ],
    [
      'a legend with a label that the aggregation dropped',
      [
        `Type '"{{code}}"' is not assignable to type 'LegendOf<"path"> | ("{{code}}" & Refused<"the signal has no label code: write a function of its labels, ({ … }) => …">)'.`,
      ],
    ],
    [
      "a panel's limit that is no alert's",
      [
        `Type 'Limit<"seconds">' is not assignable to type 'Wanted<AlertOn<"seconds">, "limits are those of alerts on values in seconds: write limits: [alert]">'.`,
      ],
    ],
    [
      "a panel's limit at a colour",
      [
        `Object literal may only specify known properties, and 'red' does not exist in type 'readonly Wanted<AlertOn<"seconds">, "limits are those of alerts on values in seconds: write limits: [alert]">[]'.`,
      ],
    ],
    [
      "a panel's limit of another unit",
      [
        `Type 'Alert<never, "ratio">' is not assignable to type 'Wanted<AlertOn<"seconds">, "limits are those of alerts on values in seconds: write limits: [alert]">' with 'exactOptionalPropertyTypes: true'. Consider adding 'undefined' to the types of the target's properties.`,
        `Type 'Alert<never, "ratio">' is not assignable to type 'AlertOn<"seconds"> & Refused<"limits are those of alerts on values in seconds: write limits: [alert]">' with 'exactOptionalPropertyTypes: true'. Consider adding 'undefined' to the types of the target's properties.`,
      ],
    ],
  ])('%s', (mistake, expected) => {
    expect(said.get(mistake)).toEqual(expected);
  });

  test('nothing that is no mistake', () => {
    expect([...said.keys()].filter((mistake) => !lines.includes(`// ${mistake}`))).toEqual([]);
  });
});
