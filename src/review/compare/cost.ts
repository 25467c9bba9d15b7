import type { PlaceMeant } from '#review/meaning/meaning.js';
import type { One } from './finding.js';
import { paired } from './paired.js';

const number = (value: number): string => value.toLocaleString('en-US');
const mebibytes = (bytes: number): string => `${number(Math.round(bytes / 1024 ** 2))} MiB`;

const change = (before: number, after: number): string => {
  const share =
    before === 0 ? '' : `, ${after > before ? '+' : ''}${((100 * (after - before)) / before).toFixed(1)}%`;
  return `${number(before)} → ${number(after)} series (${after > before ? '+' : ''}${number(after - before)}${share})`;
};

/** What a change costs in series: of the place, with each of its applications that costs more or less. */
export const costFindings = (before: PlaceMeant, after: PlaceMeant): readonly One[] => {
  const { both } = paired(before.applications, after.applications, ({ name }) => name);
  const applications = both.filter(([was, is]) => was.series !== is.series);
  if (before.series === after.series && applications.length === 0) return [];
  return [
    {
      kind: 'cost',
      subject: after.name,
      severity: '',
      text: `${change(before.series, after.series)}; memory ${mebibytes(before.memory)} → ${mebibytes(after.memory)}`,
      details: applications.map(([was, is]) => `${is.name}: ${change(was.series, is.series)}`),
      isWorse: after.series > before.series,
    },
  ];
};
