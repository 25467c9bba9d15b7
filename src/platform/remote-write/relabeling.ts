import { type SeriesPattern, type Written, labelsOf } from './written.js';

/** What is written or not: by labels whose values, with `;` between them, match a pattern from beginning to end. */
export interface WriteRelabeling {
  readonly action: 'keep' | 'drop';
  readonly labels: readonly string[];
  readonly regex: string;
}

const dropped = (pattern: SeriesPattern): WriteRelabeling => {
  const labels = labelsOf(pattern);
  const [[, only] = ['', ''], ...others] = labels;
  return {
    action: 'drop',
    labels: labels.map(([label]) => label),
    regex: others.length === 0 ? only : labels.map(([, regex]) => `(?:${regex})`).join(';'),
  };
};

/** The steps by which Prometheus leaves series out: what is not kept first. */
export const writeRelabelings = ({ keep, drop }: Written): readonly WriteRelabeling[] => [
  ...(keep.length > 0
    ? [{ action: 'keep' as const, labels: ['__name__'], regex: keep.map(grouped(keep.length)).join('|') }]
    : []),
  ...drop.map(dropped),
];

/** One of several alternatives: what it says of itself, such as `(?i)`, is not said of the next. */
const grouped =
  (of: number) =>
  (regex: string): string =>
    of === 1 || /^[\w:.*]+$/.test(regex) ? regex : `(?:${regex})`;
