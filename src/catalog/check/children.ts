import type { Family } from '#catalog/exposition.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import type { Difference } from './difference.js';

type Labels = Readonly<Record<string, string>>;

/** Every choice of one value for each label: `[{ status: 'success' }, { status: 'failure' }]`. */
const choices = (values: Readonly<Record<string, readonly string[]>>): readonly Labels[] =>
  Object.entries(values).reduce<readonly Labels[]>(
    (all, [label, known]) => all.flatMap((each) => known.map((value) => ({ ...each, [label]: value }))),
    [{}],
  );

const written = (labels: Labels): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(', ');

/** Children of closed sets that are not there: of a counter the first event of such a one is no increase. */
export const missingChildren = (
  { name, kind, ownLabels, values }: MetricInfo,
  { series }: Family,
): readonly Difference[] => {
  const open = ownLabels.filter((label) => values[label] === undefined);
  if (kind === 'gauge' || Object.keys(values).length === 0 || series.length === 0) return [];
  const opened = [
    ...new Map(
      series.map((labels) => {
        const own = Object.fromEntries(open.map((label) => [label, labels[label] ?? '']));
        return [written(own), own] as const;
      }),
    ).values(),
  ];
  const missing = opened.flatMap((own) =>
    choices(values)
      .map((closed) => ({ ...own, ...closed }))
      .filter((child) => !series.some((labels) => Object.entries(child).every(([l, v]) => labels[l] === v))),
  );
  return missing.map((child) => ({
    what: written(child),
    code: 'no-child-yet',
    why: `${name} has no child ${written(child)}: its first event is no increase`,
    cure:
      open.length === 0
        ? 'make it when the program starts, at 0'
        : `make it at 0 with the first of this ${open.join(' and ')}`,
    ...(open.length > 0 && { isHint: true as const }),
  }));
};
