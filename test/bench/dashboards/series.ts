import type { Panel } from '#dashboards/panel/panel.js';
import type { MetricInfo, Selector } from '#promql/expr/ast.js';
import { selectors } from '#promql/expr/ast.js';
import { passing } from '#promql/expr/selected.js';

/** One series: its name, its labels as the text format has them, and what it gains between two scrapes; a gauge gains nothing. */
export interface Series {
  readonly name: string;
  readonly labels: string;
  readonly gains: number;
}

type Labels = Readonly<Record<string, string>>;

/** How many values a label has that nobody declares: routes, tables, queues. */
const assumed = 10;
/** What everybody's label of that name holds. */
const usual: Readonly<Record<string, readonly string[]>> = {
  method: ['GET', 'POST'],
  status: ['200', '302', '404', '500'],
  status_code: ['200', '302', '404', '500'],
};
/** Two targets of each, as after a deployment. */
const targets = ['0', '1'];

const valuesOf = (selector: Selector, label: string): readonly string[] => {
  const named = passing(selector, label)?.filter((each) => each !== '');
  if (named && named.length > 0) return named;
  return usual[label] ?? Array.from({ length: assumed }, (_, i) => `/${label}/${i}`);
};

/** The most combinations of labels that one target has of a metric: routes with their methods and statuses, of a service of usual size. */
const most = 40;

/** Combinations of values, all there are where those are few; else so many of them, in which each value stands. */
const combined = (lists: readonly (readonly [string, readonly string[]])[]): readonly Labels[] => {
  const all = lists.reduce((product, [, values]) => product * values.length, 1);
  return Array.from({ length: Math.min(all, most) }, (_, i) => {
    let rest = all <= most ? i : Math.floor((i * all) / most) + i;
    return Object.fromEntries(
      lists.map(([label, values]) => {
        const value = values[rest % values.length] ?? '';
        rest = Math.floor(rest / values.length);
        return [label, value];
      }),
    );
  });
};

/** The labels that a target has because a matcher names them; of each the first value that passes. */
const ofTarget = (selector: Selector): Labels =>
  Object.fromEntries(
    selector.matchers
      .filter(({ label }) => !selector.metric.ownLabels.includes(label))
      .flatMap(({ label }) => {
        const [value] = passing(selector, label)?.filter((each) => each !== '') ?? [];
        return value === undefined ? [] : [[label, value] as const];
      }),
  );

const edgesOf = ({ ownLabels, buckets = [0.1, 1, 10] }: MetricInfo): readonly string[] | undefined =>
  ownLabels.includes('le') ? [...buckets.map(String), '+Inf'] : undefined;

const text = (labels: Labels): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(',');

const ofSelector = (selector: Selector): readonly Series[] => {
  const { metric } = selector;
  const edges = edgesOf(metric);
  const own = metric.ownLabels.filter((label) => label !== 'le');
  const lists = own.map((label) => [label, valuesOf(selector, label)] as const);
  return targets.flatMap((instance) =>
    combined(lists).flatMap((labels) => {
      const all = { ...labels, ...ofTarget(selector), instance: `${instance}:9090`, pod: `pod-${instance}` };
      const gains = metric.kind === 'counter' ? 3 : 0;
      return edges
        ? edges.map((le, i) => ({ name: metric.name, labels: text({ ...all, le }), gains: i + 1 }))
        : [{ name: metric.name, labels: text(all), gains }];
    }),
  );
};

/** Series for all that these panels ask, each once. */
export const seriesFor = (panels: readonly Panel[]): readonly Series[] => {
  const asked = panels.flatMap(({ queries }) => queries.flatMap(({ expr }) => selectors(expr)));
  const all = asked.filter(({ metric }) => metric.name !== '').flatMap(ofSelector);
  return [...new Map(all.map((each) => [`${each.name}{${each.labels}}`, each])).values()];
};
