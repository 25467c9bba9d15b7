import type { AlertMeant, LimitMeant } from '#review/meaning/meaning.js';
import type { One } from './finding.js';
import { secondsIn } from './seconds.js';
import { expressionText } from './expression.js';
import { without } from './paired.js';

const operators: Readonly<Record<string, string>> = {
  '>': 'over',
  '>=': 'at',
  '<': 'under',
  '<=': 'at most',
  '==': 'exactly',
  '!=': 'other than',
};

/** How a change makes an alert fire: 1 is more easily, -1 less, 0 neither or not to be told. */
type Ease = -1 | 0 | 1;
interface Part {
  readonly text: string;
  readonly ease: Ease;
}

const easier = (isEasier: boolean): Ease => (isEasier ? 1 : -1);

const limitPart = (before: AlertMeant, after: AlertMeant): readonly Part[] => {
  if (before.limit?.text === after.limit?.text && before.operator === after.operator) return [];
  const isSame = before.operator === after.operator;
  const told = ({ operator, limit }: AlertMeant): string =>
    limit === undefined
      ? 'its being there'
      : isSame
        ? limit.text
        : `${operators[operator] ?? operator} ${limit.text}`;
  return [
    {
      text: `fires at ${told(after)} instead of ${told(before)}`,
      ease: limitEase(before.limit, after.limit, isSame, after.operator),
    },
  ];
};

const limitEase = (
  before: LimitMeant | undefined,
  after: LimitMeant | undefined,
  isSame: boolean,
  operator: string,
): Ease => {
  if (!isSame || !before || !after || before.unit !== after.unit || before.value === after.value) return 0;
  if (operator.startsWith('>')) return easier(after.value < before.value);
  return operator.startsWith('<') ? easier(after.value > before.value) : 0;
};

const isNone = (length: string): boolean => secondsIn(length) === 0;
const lasting = (length: string): string => (isNone(length) ? 'at once' : `after ${length}`);

const forPart = (before: AlertMeant, after: AlertMeant): readonly Part[] => {
  if (secondsIn(before.for) === secondsIn(after.for)) return [];
  const was = isNone(before.for) || isNone(after.for) ? lasting(before.for) : before.for;
  const isSooner = secondsIn(after.for) < secondsIn(before.for);
  return [{ text: `${lasting(after.for)} instead of ${was}`, ease: easier(isSooner) }];
};

/** The same for lengths of time that are the same, however they are written; for other texts themselves. */
const known = (text: string): string =>
  text
    .split(' ')
    .map((each) => (/^\d+(ms|[smhdwy])/.test(each) ? `${secondsIn(each)}s` : each))
    .join(' ');

const partOf = (text: string, before: string, after: string, none: string): readonly Part[] =>
  known(before) === known(after)
    ? []
    : [
        {
          text: `${text} ${after === '' ? none : after} instead of ${before === '' ? none : before}`,
          ease: 0,
        },
      ];

const windowsText = ({ windows }: AlertMeant): string => windows.join(' and ');

/** In what two revisions differ of when an alert fires, in words. */
export const conditionFindings = (before: AlertMeant, after: AlertMeant): readonly One[] => {
  const limit = limitPart(before, after);
  const windows = partOf('looking back', windowsText(before), windowsText(after), 'nowhere');
  const told: readonly Part[] = [
    ...limit,
    ...forPart(before, after),
    ...windows,
    ...partOf('going on for', before.keepFiringFor, after.keepFiringFor, 'no longer than its condition'),
    ...partOf('evaluated every', before.interval, after.interval, ''),
    ...partOf('at hours:', before.during, after.during, 'all'),
  ];
  const expression = expressionText(before, after, { limit: limit.length > 0, windows: windows.length > 0 });
  const parts: readonly Part[] = [
    ...told,
    ...(expression === undefined ? [] : ([{ text: expression, ease: 0 }] as const)),
  ];
  if (parts.length === 0) return [];
  const eases = new Set(parts.map(({ ease }) => ease).filter((ease) => ease !== 0));
  const [only] = eases;
  // What else it asks may outweigh the rest.
  const ease =
    eases.size === 1 && only !== undefined && expression === undefined
      ? ` (${only > 0 ? 'more' : 'less'} easily than before)`
      : '';
  const [first = { text: '' }] = parts;
  const isFiring = /^(fires|asks|has)/.test(first.text);
  return [
    {
      kind: 'condition',
      subject: after.name,
      severity: before.severity,
      text: `${isFiring ? '' : 'fires '}${parts.map(({ text }) => text).join(', ')}${ease}`,
      details: expression !== undefined ? [`Before: \`${before.expr}\``, `Now: \`${after.expr}\``] : [],
      isWorse: eases.has(-1),
    },
  ];
};

const graver = ['none', 'warning', 'critical'];

/** In what its severity differs, and its other labels. */
export const labelFindings = (before: AlertMeant, after: AlertMeant): readonly One[] => {
  const one = { subject: after.name, severity: before.severity };
  const severity: readonly One[] =
    before.severity === after.severity
      ? []
      : [
          {
            ...one,
            kind: 'severity',
            text: `is ${after.severity} instead of ${before.severity}`,
            details: [],
            isWorse: graver.indexOf(after.severity) < graver.indexOf(before.severity),
          },
        ];
  const labelled = ({ labels }: AlertMeant): readonly string[] =>
    Object.entries(labels)
      .filter(([label]) => label !== 'severity')
      .map(([label, value]) => `${label}=${value}`);
  const [gone, come] = [
    without(labelled(before), labelled(after)),
    without(labelled(after), labelled(before)),
  ];
  if (gone.length + come.length === 0) return severity;
  const text = `has ${come.length > 0 ? come.join(', ') : 'no label'} instead of ${gone.length > 0 ? gone.join(', ') : 'none'} among its labels`;
  return [
    ...severity,
    {
      ...one,
      kind: 'severity',
      text,
      details: ['Silences that name these labels match otherwise.'],
      isWorse: false,
    },
  ];
};

/** In what it differs under which other alerts it is held back. */
export const inhibitionFindings = (before: AlertMeant, after: AlertMeant): readonly One[] => {
  const [gone, come] = [
    without(before.inhibited, after.inhibited),
    without(after.inhibited, before.inhibited),
  ];
  const one = { kind: 'held-back', subject: after.name, severity: before.severity, details: [] } as const;
  return [
    ...come.map((each) => ({ ...one, text: `is held back ${each}`, isWorse: true })),
    ...gone.map((each) => ({ ...one, text: `is no longer held back ${each}`, isWorse: false })),
  ];
};
