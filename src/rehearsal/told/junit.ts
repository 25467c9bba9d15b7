import { attributes, escaped } from '#proof/command/format/junit.js';
import type { Drilled } from '#rehearsal/drill/result.js';
import { tableText } from './table.js';

const caseText = (drilled: Drilled): string => {
  const { application, alert, words, faults, steps } = drilled;
  const time = Math.max(0, ...steps.map(({ since }) => since)).toFixed(3);
  const head = `    <testcase${attributes({ classname: `${application}.${alert}`, name: `rings when ${words}`, time })}>`;
  return [
    head,
    ...faults.map((fault) => `      <failure${attributes({ message: fault })}/>`),
    `      <system-out>${escaped(tableText([drilled]))}</system-out>`,
    '    </testcase>',
  ].join('\n');
};

/** Drills as JUnit XML: a test for each alert, a suite for each application. */
export const junitText = (drilled: readonly Drilled[]): string => {
  const applications = [...new Set(drilled.map(({ application }) => application))];
  const suites = applications.map((application) => {
    const own = drilled.filter((each) => each.application === application);
    const failures = own.filter(({ faults }) => faults.length > 0).length;
    return [
      `  <testsuite${attributes({ name: application, tests: own.length, failures })}>`,
      ...own.map(caseText),
      '  </testsuite>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="rehearsal">',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
};
