import type { AlertMeant, TellingMeant } from '#review/meaning/meaning.js';
import type { One } from './finding.js';
import { without } from './paired.js';

const list = (items: readonly string[]): string => items.join(', ');
const toOf = (told: readonly TellingMeant[]): readonly string[] => [...new Set(told.map(({ to }) => to))];

/** Whether one of these wakes somebody, at whatever hour the alert fires. */
const pagesAlways = (told: readonly TellingMeant[]): boolean =>
  told.some(({ pages, hours, sure }) => pages && hours === '' && sure);
export const pages = (told: readonly TellingMeant[]): boolean => told.some((each) => each.pages);

/** Who is told, in words. */
export const toldText = (told: readonly TellingMeant[]): string =>
  told.length === 0
    ? 'nobody'
    : list([...new Set(told.map(({ to, hours }) => (hours === '' ? to : `${to} (${hours})`)))]);

type Told = Omit<One, 'subject' | 'severity'>;

/** Whom a change no longer tells, or tells besides; nothing where the same are told. */
const elsewhere = (before: readonly TellingMeant[], after: readonly TellingMeant[]): readonly Told[] => {
  const [was, is] = [toOf(before), toOf(after)];
  const [gone, come] = [without(was, is), without(is, was)];
  const worse = { details: [], isWorse: true };
  if (was.length > 0 && is.length === 0)
    return [
      {
        ...worse,
        kind: pages(before) ? 'unpaged' : 'untold',
        text: `is told to nobody; told so far: ${list(was)}`,
      },
    ];
  if (pages(before) && !pages(after)) {
    const paged = toOf(before.filter((each) => each.pages));
    return [
      {
        ...worse,
        kind: 'unpaged',
        text: `no longer pages: ${list(paged)} paged, now only ${list(is)} is told`,
      },
    ];
  }
  const details = [`Told before: ${toldText(before)}. Now: ${toldText(after)}.`];
  if (gone.length > 0 && come.length > 0)
    return [
      {
        ...{ kind: 'told-elsewhere', details, isWorse: true },
        text: `is told to ${list(come)} instead of ${list(gone)}`,
      },
    ];
  if (gone.length > 0)
    return [{ kind: 'told-elsewhere', text: `is no longer told to ${list(gone)}`, details, isWorse: true }];
  return come.length > 0
    ? [
        {
          kind: 'told-too',
          text: `is told to ${list(come)}${was.length > 0 ? ' too' : ', and was told to nobody'}`,
          details: [],
          isWorse: false,
        },
      ]
    : [];
};

const said = (before: string, after: string, word: (hours: string) => string): readonly string[] =>
  before === after ? [] : [`${word(after)} instead of ${word(before)}`];

/** How the same are told otherwise. */
const otherwise = (before: TellingMeant, after: TellingMeant): readonly string[] => [
  ...said(before.hours, after.hours, (hours) => (hours === '' ? 'at all hours' : hours)),
  ...(before.resolved === after.resolved
    ? []
    : [after.resolved ? 'when it is resolved too' : 'no longer when it is resolved']),
  ...(before.pages && !after.pages ? ['without being woken'] : []),
  ...(before.sure && !after.sure ? ['only where its labels lead there'] : []),
  ...said(before.wait, after.wait, (wait) => `${wait} after it fires`),
  ...said(before.repeat, after.repeat, (repeat) => `again every ${repeat}`),
];

const timesOf = (before: readonly TellingMeant[], after: readonly TellingMeant[]): readonly Told[] =>
  toOf(after).flatMap((to): readonly Told[] => {
    const [was, ...wereMore] = before.filter((each) => each.to === to);
    const [is, ...areMore] = after.filter((each) => each.to === to);
    if (was === undefined || is === undefined || wereMore.length + areMore.length > 0) return [];
    const changes = otherwise(was, is);
    const isWorse =
      (was.hours === '' && is.hours !== '') || (was.resolved && !is.resolved) || (was.sure && !is.sure);
    return changes.length > 0
      ? [{ kind: 'told-elsewhere', text: `tells ${to} ${changes.join(', ')}`, details: [], isWorse }]
      : [];
  });

/** In what two revisions differ of who is told of an alert. */
export const toldFindings = (before: AlertMeant, after: AlertMeant): readonly One[] => {
  const found = elsewhere(before.told, after.told);
  const paged = pagesAlways(before.told) && pages(after.told) && !pagesAlways(after.told);
  const kind = paged ? ({ kind: 'unpaged', isWorse: true } as const) : {};
  const times = timesOf(before.told, after.told).map((each) => ({ ...each, ...kind }));
  return [...found, ...times].map((each) => ({ ...each, subject: after.name, severity: before.severity }));
};
