import { keyOf } from '#alerts/rule/rule.js';
import type { ProvenAlert } from '#proof/prove-estate.js';
import { standingOf } from '#proof/standings.js';
import type { Report, Run } from '#proof/command/report.js';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** A text in XML. What XML 1.0 cannot hold at all is left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The attributes of an element, each with a space before it. */
export const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');

interface Case {
  readonly name: string;
  readonly failures: readonly string[];
  /** Why it is not run. */
  readonly skipped?: string;
}

/** A test for each scenario, and one for what is said of no scenario: the rule itself, or the texts in another language. */
const casesOf = (proven: ProvenAlert): readonly Case[] => {
  const {
    verdicts: [own],
    refused,
  } = proven;
  const standing = standingOf(proven);
  if (standing?.is === 'unproven') return [{ name: 'is proven', failures: [], skipped: standing.why }];
  const names = own.outcomes.map(
    ({ scenario: { kind, scenario } }) =>
      `${kind === 'fires' ? 'fires' : 'stays quiet'} when ${scenario.when}`,
  );
  const about = (name: string) => refused.filter((text) => text.startsWith(`${name}:`));
  const others = refused.filter((text) => !names.some((name) => text.startsWith(`${name}:`)));
  return [
    ...names.map((name) => ({ name, failures: about(name) })),
    { name: 'is a rule that Prometheus takes', failures: others },
  ];
};

const caseText = (proven: ProvenAlert, { name, failures, skipped }: Case): string => {
  const head = `    <testcase${attributes({ classname: `${proven.context.application}.${keyOf(proven.alert)}`, name })}`;
  if (skipped !== undefined)
    return [`${head}>`, `      <skipped${attributes({ message: skipped })}/>`, '    </testcase>'].join('\n');
  if (failures.length === 0) return `${head}/>`;
  const told = failures.map((text) => {
    const [message = '', ...rest] = text.split('\n');
    return `      <failure${attributes({ message })}>${escaped(rest.join('\n'))}</failure>`;
  });
  return [`${head}>`, ...told, '    </testcase>'].join('\n');
};

const suiteText = ({ promtool, alerts }: Run): readonly string[] => {
  const applications = [...new Set(alerts.map(({ context }) => context.application))];
  return applications.map((application) => {
    const cases = alerts
      .filter(({ context }) => context.application === application)
      .flatMap((proven) => casesOf(proven).map((each) => ({ proven, each })));
    const failures = cases.filter(({ each }) => each.failures.length > 0).length;
    return [
      `  <testsuite${attributes({ name: `${application} (promtool ${promtool})`, tests: cases.length, failures })}>`,
      ...cases.map(({ proven, each }) => caseText(proven, each)),
      '  </testsuite>',
    ].join('\n');
  });
};

/** JUnit XML, as CI servers read it. */
export const junitText = ({ runs, seconds }: Report): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'proofs', time: seconds.toFixed(3) })}>`,
    ...runs.flatMap(suiteText),
    '</testsuites>',
    '',
  ].join('\n');
