import type { Declared } from '#catalog/declared.js';
import { conventionalName } from '#promql/metric/name.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { unitOfName } from '#promql/unit/unit.js';
import { yamlOf } from '#ground/yaml.js';
import { asTheyAre } from './registry.js';
import { type Instrument, labelName, metricName, usual } from './translated.js';
import { ucumOf, unitWords } from './unit.js';

/** A metric of a catalogue, as it was declared. */
export const declaredOf = ({ info }: AnyMetric): Declared => {
  const { name, kind, help, ownLabels, values, unit, buckets, stored, range } = info;
  const conventional = conventionalName(kind, name);
  return {
    ...{ name, kind, help, labels: ownLabels },
    ...(Object.keys(values).length > 0 && { values }),
    ...(unit !== unitOfName(name) && { unit }),
    ...(buckets && { buckets }),
    ...(stored && { stored }),
    ...(range && { range }),
    ...(conventional !== name && { conventional }),
  };
};

const stability = 'development';

const instrumentOf = ({ kind }: Declared): Instrument => {
  if (kind === 'summary') return 'histogram';
  return kind;
};

const ucum = ({ unit, name }: Declared): string => ucumOf(unit ?? unitOfName(name));

/** The name without what Prometheus adds of its unit and kind. */
const stemOf = ({ name, kind }: Declared, unit: string): string => {
  const [main] = unitWords(unit);
  const bare = kind === 'counter' ? name.replace(/_total$/, '') : name;
  const ending = unit === '1' ? '_ratio' : `_${main}`;
  return ending !== '_' && bare.endsWith(ending) ? bare.slice(0, -ending.length) : bare;
};

/** That, where it is no other metric's: each stands once in a registry. */
const ownStem = (metric: Declared, unit: string, all: readonly Declared[]): string => {
  const stem = stemOf(metric, unit);
  const others = all.filter(({ name }) => name !== metric.name);
  return others.some((each) => each.name === stem || stemOf(each, ucum(each)) === stem) ? metric.name : stem;
};

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** Values of a label that all metrics with it agree on: an attribute is defined once in a registry. */
const agreed = (label: string, metrics: readonly Declared[]): readonly string[] => {
  const [first = [], ...others] = metrics
    .filter(({ labels }) => labels.includes(label))
    .map(({ values = {} }) => values[label] ?? []);
  return others.every((each) => isSame(each, first)) ? first : [];
};

const typeOf = (values: readonly string[]): object | string => {
  if (values.length < 2) return 'string';
  if (isSame(values, ['true', 'false'])) return 'boolean';
  const members = values.map((value) => ({
    ...{ id: value.replaceAll(/[^a-zA-Z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '') || 'none' },
    ...{ value, brief: value, stability },
  }));
  return { members };
};

/** What of a metric no field of the registry says. */
const annotationsOf = (metric: Declared, read: string, values: readonly (readonly [string, unknown])[]) => {
  const { name, kind, unit, buckets, stored, range } = metric;
  return {
    ...(read !== name && { name }),
    ...(metric.labels.some((label) => labelName(label, usual) !== label) && { labels: asTheyAre }),
    ...(kind === 'summary' && { kind }),
    ...(unit !== undefined && { unit }),
    ...(buckets && { buckets }),
    ...(stored && { stored }),
    ...(range && { range }),
    ...(values.length > 0 && { values: Object.fromEntries(values) }),
  };
};

const metricGroup = (metric: Declared, all: readonly Declared[]) => {
  const instrument = instrumentOf(metric);
  const unit = ucum(metric);
  const stem = ownStem(metric, unit, all);
  const read = metricName({ name: stem, instrument, unit }, usual);
  const own = Object.entries(metric.values ?? {}).filter(
    ([label, values]) => values.length < 2 || !isSame(agreed(label, all), values),
  );
  const annotations = annotationsOf(metric, read, own);
  return {
    ...{ id: `metric.${stem}`, type: 'metric', metric_name: stem, instrument, unit },
    ...{ brief: metric.help === '' ? metric.name : metric.help, stability },
    ...(metric.labels.length > 0 && { attributes: metric.labels.map((ref) => ({ ref })) }),
    ...(Object.keys(annotations).length > 0 && { annotations: { cheomseong: annotations } }),
  };
};

/**
 * A registry of OpenTelemetry Weaver that declares these metrics: an attribute for each label, and a group for each metric. What Weaver has
 * no field for stands under `annotations.cheomseong`, where it passes it over: read again, it gives the same catalogue,
 * but for metrics that are declared twice, once for each unit.
 */
export const registryText = (name: string, declared: readonly Declared[]): string => {
  const metrics = [...new Map(declared.toReversed().map((each) => [each.name, each])).values()].toReversed();
  const labels = [...new Set(metrics.flatMap((metric) => metric.labels))].toSorted();
  const attributes = labels.map((label) => ({
    ...{ id: label, type: typeOf(agreed(label, metrics)), stability, brief: `The label ${label}.` },
    examples: [label],
  }));
  const registry = {
    ...{ id: `registry.${name}`, type: 'attribute_group', brief: `Labels of what ${name} declares.` },
    attributes: attributes.map(({ examples, ...each }) =>
      each.type === 'string' ? { ...each, examples } : each,
    ),
  };
  return yamlOf({
    groups: [
      ...(labels.length > 0 ? [registry] : []),
      ...metrics.map((metric) => metricGroup(metric, metrics)),
    ],
  });
};
