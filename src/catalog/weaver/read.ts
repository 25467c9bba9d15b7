import type { Declared } from '#catalog/declared.js';
import { pythonBuckets } from '#promql/metric/declare.js';
import { conventionalName } from '#promql/metric/name.js';
import { isUnit } from '#promql/unit/in-unit.js';
import { unitOfName } from '#promql/unit/unit.js';
import { type Kind, kinds } from '#promql/expr/ast.js';
import { type RegisteredMetric, type Registry, asTheyAre, attributesOf } from './registry.js';
import { type Strategy, labelName, metricName, strategies } from './translated.js';
import { unitOf } from './unit.js';

/** Edges that the SDK has unless it is told others, https://opentelemetry.io/docs/specs/otel/metrics/sdk/#explicit-bucket-histogram-aggregation. */
const usualBuckets = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000] as const;

/** A registry tells no edges: those of seconds are what the conventions recommend for requests, which are Python's own. */
const bucketsOf = (unit: string): readonly number[] => (unit === 's' ? pythonBuckets : usualBuckets);

const numbersOf = (value: unknown): readonly number[] | undefined =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'number') : undefined;

const kindOf = ({ instrument, annotations }: RegisteredMetric): Kind => {
  const told = kinds.find((kind) => kind === annotations['kind']);
  return told ?? (instrument === 'updowncounter' ? 'gauge' : instrument);
};

const storedAs = ({ annotations: { stored } }: RegisteredMetric): Declared['stored'] =>
  stored === 'native' || stored === 'native with custom buckets' ? stored : undefined;

/** Values of labels that differ from metric to metric, which no attribute can say. */
const ownValues = ({ annotations }: RegisteredMetric, label: string): readonly string[] => {
  const all = annotations['values'];
  const values = typeof all === 'object' && all !== null ? Object.entries(all) : [];
  const [, found] = values.find(([name]) => name === label) ?? [];
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
};

const rangeOf = ({ annotations }: RegisteredMetric): readonly [number, number] | undefined => {
  const [least, greatest] = numbersOf(annotations['range']) ?? [];
  return least === undefined || greatest === undefined ? undefined : [least, greatest];
};

const declaredAs = (registry: Registry, metric: RegisteredMetric, strategy: Strategy): Declared => {
  const { annotations } = metric;
  const kind = kindOf(metric);
  const told = annotations['name'];
  const name = typeof told === 'string' ? told : metricName(metric, strategy);
  const attributes = attributesOf(registry, metric.group);
  const label = (attribute: string): string =>
    annotations['labels'] === asTheyAre ? attribute : labelName(attribute, strategy);
  const values = attributes.flatMap((attribute) => {
    const own = ownValues(metric, attribute.name);
    const known = own.length > 0 ? own : attribute.values;
    return known.length > 0 ? [[label(attribute.name), known] as const] : [];
  });
  const conventional = conventionalName(kind, name);
  // Where endings are added, the name tells the unit itself.
  const unsaid = strategies[strategy].adds ? unitOfName(name) : unitOf(metric.unit, metric.instrument);
  const unit = isUnit(annotations['unit']) ? annotations['unit'] : unsaid;
  const stored = kind === 'histogram' ? storedAs(metric) : undefined;
  const range = rangeOf(metric);
  return {
    ...{ name, kind, help: metric.brief },
    labels: [...new Set(attributes.map((attribute) => label(attribute.name)))],
    ...(values.length > 0 && { values: Object.fromEntries(values) }),
    ...(unit !== unitOfName(name) && { unit }),
    ...(kind === 'histogram' &&
      stored !== 'native' && { buckets: numbersOf(annotations['buckets']) ?? bucketsOf(metric.unit) }),
    ...(stored !== undefined && { stored }),
    ...(range !== undefined && { range }),
    ...(conventional !== name && { conventional }),
  };
};

/**
 * The metrics of a registry, as a catalogue would declare them: under the names and with the labels that Prometheus stores. What is
 * deprecated is left out, and of two that are stored under one name the later.
 */
export const declaredBy = (registry: Registry, strategy: Strategy): readonly Declared[] => {
  const all = registry.metrics
    .filter(({ isDeprecated }) => !isDeprecated)
    .map((metric) => declaredAs(registry, metric, strategy));
  return [...new Map(all.toReversed().map((each) => [each.name, each])).values()].toReversed();
};
