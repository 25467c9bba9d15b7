import { byKey } from '#ground/by-key.js';
import { faultText } from '#ground/fault.js';
import { indented } from '#ground/indented.js';
import type { Style } from '#proof/command/format/table.js';
import type { Reach } from '#proof/rules/reach/reach.js';
import type { RulesReport } from '#proof/rules/report.js';
import { counted, wrapped } from './lines.js';

/** `oncall`, `oncall and audit`, `oncall or nobody`: whom an alert tells. */
export const toldText = ({ ways }: Reach): string =>
  ways.map((way) => (way.length === 0 ? 'nobody' : way.join(' and '))).join(', or ');

const wayText = (told: string, reached: readonly Reach[]): readonly string[] => {
  const names = [...new Set(reached.map(({ alert }) => alert.name))];
  return wrapped(`${told}: ${names.join(', ')}`, '  ', 100, '    ');
};

/** An alert that may tell nobody, and why. */
type UnreachedAlert = Pick<Reach, 'alert'> & NonNullable<Reach['unreached']>;

const unreachedText = ({ why, cure }: UnreachedAlert): string => `${why}; ${cure}`;

/** `A`, and of several `A, B: each`: what goes behind is the same of all of them. */
const subjectText = (those: readonly UnreachedAlert[]): string => {
  const names = [...new Set(those.map(({ alert }) => alert.name))].join(', ');
  return those.length === 1 ? names : `${names}: each`;
};

const ifCarriedText = ({ alert, ifCarried }: Reach): readonly string[] =>
  ifCarried.length === 0
    ? []
    : wrapped(
        `${alert.name} may go another way where its series carry ${ifCarried.join(', ')}`,
        '  ',
        100,
        '    ',
      );

/** Who is told of which alerts, of which nobody may be, and what came of tests of routes. */
export const routedText = ({ routed }: RulesReport, style: Style): readonly string[] => {
  if (routed === undefined) return [];
  const { reached, idle, tests } = routed;
  const failing = tests.filter(({ faults }) => faults.length > 0);
  const unreached = reached.flatMap(({ alert, unreached: why }) => (why ? [{ alert, ...why }] : []));
  return [
    style.strong('Who is told'),
    ...[...byKey(reached, toldText)].flatMap(([told, those]) => wayText(told, those)),
    ...[...byKey(unreached, unreachedText)].flatMap(([text, those]) =>
      wrapped(`${subjectText(those)} ${text}`, '  ', 100, '    ').map(style.bad),
    ),
    ...reached.flatMap(ifCarriedText),
    ...(idle.length > 0
      ? wrapped(`told of none of these alerts: ${idle.join(', ')}`, '  ', 100, '    ')
      : []),
    ...failing.flatMap(({ name, faults }) =>
      indented(faultText(`FAIL ${name}`, faults, true), '  ').map(style.bad),
    ),
    ...(tests.length > 0
      ? [`  ${tests.length - failing.length} of ${counted(tests.length, 'test')} of routes hold.`]
      : []),
    '',
  ];
};
