import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { otherPage } from '#application/instrumentation/pages.js';
import { takenByVitals } from '#application/instrumentation/vitals.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { camel, list, mark, property, text } from './code.js';

/** A metric with the name that code has for it, and the values of those of its labels whose values are known. */
export interface Fact {
  readonly key: string;
  readonly metric: AnyMetric;
  readonly closed: Readonly<Record<string, readonly string[]>>;
}

/** What prom-client tells of its process: it registers these itself. */
const ofProcess = (name: string): boolean => /^(process|nodejs)_/.test(name);

/** All metrics of a module: a key that two catalogues have is told apart by the metric's name. */
export const factsOf = ({ catalogs, vitals }: Instrumentation): readonly Fact[] => {
  const all = catalogs
    .flatMap((each) => Object.entries(each))
    .filter(([, { info }]) => !ofProcess(info.name));
  const times = (key: string) => all.filter(([other]) => camel(other) === camel(key)).length;
  const byPage = new Set(vitals ? takenByVitals(vitals).map(({ metric }) => metric.info.name) : []);
  const pages = [...(vitals?.pages ?? []), otherPage];
  return all.map(([key, metric]) => ({
    key: times(key) === 1 ? camel(key) : camel(metric.info.name),
    metric,
    closed: { ...metric.info.values, ...(byPage.has(metric.info.name) && { page: pages }) },
  }));
};

/** By which name code knows a metric of the module. */
export const keyOf = (facts: readonly Fact[], { info }: AnyMetric): string =>
  facts.find(({ metric }) => metric.info.name === info.name)?.key ?? '';

const kinds = { counter: 'Counter', gauge: 'Gauge', histogram: 'Histogram', summary: 'Summary' } as const;

const declared = ({ key, metric: { info } }: Fact): string => {
  const fields = [
    `name: ${text(info.name)}`,
    `help: ${text(info.help)}`,
    ...(info.ownLabels.length > 0 ? [`labelNames: ${list(info.ownLabels)} as const`] : []),
    ...(info.buckets ? [`buckets: [${info.buckets.join(', ')}]`] : []),
    // Quantiles of several instances cannot be put together: sum and count can.
    ...(info.kind === 'summary' ? ['percentiles: []'] : []),
    'registers',
  ];
  return `    ${property(key)}: new ${kinds[info.kind]}({\n${fields.map((each) => `      ${each},\n`).join('')}    }),`;
};

const zero = { counter: ', 0)', histogram: ')' } as const;
const toZero = { counter: 'inc', histogram: 'zero' } as const;

/** All series of a metric whose labels are all closed: what never happened is 0, so that its first time is an increase. */
const atZero = ({ key, metric: { info }, closed }: Fact): readonly string[] => {
  const { kind, ownLabels } = info;
  if ((kind !== 'counter' && kind !== 'histogram') || ownLabels.length === 0) return [];
  const sets = ownLabels.map((label) => ({ label, values: closed[label] }));
  if (sets.some(({ values }) => values === undefined)) return [];
  const loops = sets.map(({ label, values = [] }) => `for (const ${camel(label)} of ${list(values)})`);
  const labels = ownLabels.map((label) =>
    camel(label) === label ? label : `${property(label)}: ${camel(label)}`,
  );
  return [`  ${loops.join(' ')}`, `    metrics.${key}.${toZero[kind]}({ ${labels.join(', ')} }${zero[kind]};`];
};

/** All that the catalogues say: names, help, labels, buckets and closed sets stand in this file only. */
export const factsFile = (described: Instrumentation, facts: readonly Fact[], title: string): string => {
  const used = [...new Set(facts.map(({ metric }) => kinds[metric.info.kind]))].sort();
  const zeros = facts.flatMap(atZero);
  const made = [
    'const made = () => {',
    '  const registry = new Registry();',
    '  const registers = [registry];',
    '  collectDefaultMetrics({ register: registry });',
    '  const metrics = {',
    ...facts.map(declared),
    '  };',
    ...(zeros.length > 0
      ? ['  // What never happened is 0 from the start, so that its first time is an increase.', ...zeros]
      : []),
    '  return { registry, metrics };',
    '};',
  ].join('\n');
  const kept = `${camel(title, described.name, 'metrics')}_${mark(made)}`;
  return `import { ${['collectDefaultMetrics', ...used, 'Registry'].join(', ')} } from 'prom-client';

${made}

declare global {
  var ${kept}: ReturnType<typeof made> | undefined;
}

/** One registry for a process, however often and in however many bundles this module is loaded; other facts are another registry. */
export const { registry, metrics } = (globalThis.${kept} ??= made());
`;
};
