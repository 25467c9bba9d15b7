import { instead, nearest } from '#ground/nearest.js';
import type { Selector } from '#promql/expr/ast.js';
import { isTargetLabel } from '#promql/metric/label.js';
import { type LabelMatcher, admitted } from '#promql/metric/match.js';
import { type Exported, type ExportedMetric, isAlwaysThere } from './exported.js';

/** What a selector asks for, and is not there. */
export interface Missing {
  readonly what: 'metric' | 'label' | 'value';
  /** The name that is missing: of the metric, of the label, or the value or pattern. */
  readonly name: string;
  /** A sentence without its end. */
  readonly why: string;
  /** What is there instead; empty where nothing is near. */
  readonly cure: string;
  /** Whether it follows from what was seen; else it may be of another program, or not have happened yet. */
  readonly isSure: boolean;
}

/** What a selector asks for that is not there; nothing where it finds series. What the rules record is there. */
export const missingOf = (
  { metric, matchers }: Selector,
  exported: Exported,
  recorded: ReadonlySet<string>,
): Missing | undefined => {
  const { name } = metric;
  if (isAlwaysThere(name) || recorded.has(name)) return undefined;
  if (name === '') return missingName(matchers, exported, recorded);
  const found = exported.metrics.get(name);
  if (!found) return missingMetric(name, exported);
  for (const matcher of matchers) {
    const missing =
      missingLabel(name, matcher, found, exported) ?? missingValue(name, matcher, found, exported);
    if (missing) return missing;
  }
  return undefined;
};

const maybe = (name: string, names: readonly string[]): string => {
  const meant = nearest(name, names);
  return meant === undefined ? '' : `it may be ${meant} there`;
};

const missingMetric = (name: string, { source, isWhole, metrics }: Exported): Missing => ({
  what: 'metric',
  name,
  why: `${source} has no series of ${name}`,
  cure: maybe(name, [...metrics.keys()]),
  isSure: isWhole,
});

/** Series by a pattern of their names alone. */
const missingName = (
  matchers: readonly LabelMatcher[],
  { source, isWhole, metrics }: Exported,
  recorded: ReadonlySet<string>,
): Missing | undefined => {
  const byName = matchers.filter(({ label }) => label === '__name__');
  const names = [...metrics.keys(), ...recorded, 'up', 'ALERTS'];
  const [pattern] = byName;
  return !pattern || byName.reduce((left, each) => [...admitted(each, left)], names).length > 0
    ? undefined
    : {
        what: 'metric',
        name: pattern.value,
        why: `${source} has no series of a name like ${pattern.value}`,
        cure: '',
        isSure: isWhole,
      };
};

/** Whether a matcher passes what has no such label at all. */
const passesNone = (matcher: LabelMatcher): boolean => admitted(matcher, ['']).length > 0;

const missingLabel = (
  name: string,
  matcher: LabelMatcher,
  { labels }: ExportedMetric,
  { source, isWhole }: Exported,
): Missing | undefined => {
  const { label } = matcher;
  if (labels.has(label) || passesNone(matcher) || (!isWhole && isTargetLabel(label))) return undefined;
  const there = [...labels.keys()].filter((each) => !isTargetLabel(each));
  return {
    what: 'label',
    name: label,
    why: `${name} has no label ${label} in ${source}`,
    cure: there.length === 0 ? 'it has none of its own there' : instead(label, there),
    isSure: isWhole,
  };
};

const missingValue = (
  name: string,
  matcher: LabelMatcher,
  { labels }: ExportedMetric,
  { source }: Exported,
): Missing | undefined => {
  const { label, operator, value } = matcher;
  const values = labels.get(label);
  if (!values || passesNone(matcher) || admitted(matcher, [...values]).length > 0) return undefined;
  const known = [...values].slice(0, 10).join(', ');
  return {
    what: 'value',
    name: value,
    why: `no series of ${name} has ${label}${operator}${JSON.stringify(value)} in ${source}`,
    cure: `${label} is ${known}${values.size > 10 ? ', …' : ''} there`,
    isSure: false,
  };
};
