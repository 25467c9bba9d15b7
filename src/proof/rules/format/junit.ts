import { byKey } from '#ground/by-key.js';
import { oneFaultText } from '#ground/fault.js';
import { attributes, escaped } from '#proof/command/format/junit.js';
import { type RulesReport, type RulesRun, findingsOf, isWrong } from '#proof/rules/report.js';
import type { Judged } from '#proof/rules/verdict.js';
import { wordOf } from './table.js';

interface Case {
  readonly name: string;
  readonly failures: readonly string[];
  readonly skipped?: string;
}

/** A test that it fires and stays quiet, or fires whatever is, and one for each thing that is to be mended. */
const casesOf = (judged: Judged): readonly Case[] => {
  const { verdict } = judged;
  const wrong = findingsOf(judged).filter(isWrong);
  const isUnproven = 'why' in verdict && wrong.every(({ kind }) => kind !== verdict.kind);
  return [
    ...(wrong.some(({ kind }) => kind === verdict.kind)
      ? []
      : [
          {
            name: verdict.kind === 'always fires' ? 'always fires' : 'fires, and stays quiet at the border',
            failures: [],
            ...(isUnproven && { skipped: `${wordOf(judged)}: ${verdict.why}` }),
          },
        ]),
    ...wrong.map(({ kind, why, cure }) => ({
      name: kind,
      failures: [`${why}${cure === '' ? '' : `; ${cure}`}`],
    })),
  ];
};

const caseText = ({ alert, group }: Judged, { name, failures, skipped }: Case): string => {
  const { file, line } = alert.place;
  const head = `    <testcase${attributes({ classname: `${group.name}.${alert.name}`, name, file, line })}`;
  const inside = [
    ...(skipped === undefined ? [] : [`      <skipped${attributes({ message: skipped })}/>`]),
    ...failures.map((text) => `      <failure${attributes({ message: text })}>${escaped(text)}</failure>`),
  ];
  return inside.length === 0 ? `${head}/>` : [`${head}>`, ...inside, '    </testcase>'].join('\n');
};

const testsText = ({ promtool, tests }: RulesRun): readonly string[] =>
  tests.map(({ tests: { file }, holds, said }) => {
    const failures = holds ? 0 : 1;
    const failure = `<failure${attributes({ message: 'promtool test rules fails' })}>${escaped(said)}</failure>`;
    return [
      `  <testsuite${attributes({ name: `${file} (promtool ${promtool})`, tests: 1, failures, skipped: 0 })}>`,
      `    <testcase${attributes({ classname: file, name: 'promtool test rules', file })}>${holds ? '' : failure}</testcase>`,
      '  </testsuite>',
    ].join('\n');
  });

const suiteText = ({ promtool, alerts }: RulesRun): readonly string[] =>
  [...byKey(alerts, ({ alert }) => alert.place.file)].map(([file, inFile]) => {
    const cases = inFile.flatMap((judged) => casesOf(judged).map((each) => ({ judged, each })));
    const failures = cases.filter(({ each }) => each.failures.length > 0).length;
    const skipped = cases.filter(({ each }) => each.skipped !== undefined).length;
    const name = `${file} (promtool ${promtool})`;
    return [
      `  <testsuite${attributes({ name, tests: cases.length, failures, skipped })}>`,
      ...cases.map(({ judged, each }) => caseText(judged, each)),
      '  </testsuite>',
    ].join('\n');
  });

const routesText = ({ routed }: RulesReport): readonly string[] => {
  if (routed === undefined || routed.tests.length === 0) return [];
  const failures = routed.tests.filter(({ faults }) => faults.length > 0).length;
  return [
    `  <testsuite${attributes({ name: 'routes', tests: routed.tests.length, failures, skipped: 0 })}>`,
    ...routed.tests.map(({ name, faults }) => {
      const failure = `<failure${attributes({ message: 'it is routed otherwise' })}>${escaped(faults.map(oneFaultText).join('\n'))}</failure>`;
      return `    <testcase${attributes({ classname: 'routes', name })}>${faults.length === 0 ? '' : failure}</testcase>`;
    }),
    '  </testsuite>',
  ];
};

/** JUnit XML, as CI servers read it. */
export const junitText = (report: RulesReport): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'rules', time: report.seconds.toFixed(3) })}>`,
    ...report.runs.flatMap((run) => [...suiteText(run), ...testsText(run)]),
    ...routesText(report),
    '</testsuites>',
    '',
  ].join('\n');
