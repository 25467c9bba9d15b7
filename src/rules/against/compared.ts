import { selectors } from '#promql/expr/ast.js';
import { isTargetLabel } from '#promql/metric/label.js';
import { usesIn } from '#rules/metrics/uses.js';
import type { WrittenGroup, WrittenRule } from '#rules/rule.js';
import type { Understood } from '#rules/understood.js';
import { type Exported, isAlwaysThere } from './exported.js';
import { type Missing, missingOf } from './missing.js';

/** A metric that rules read, held against what is there. */
export interface Compared {
  readonly metric: string;
  /** The rules that read it, in the order of the files. */
  readonly readBy: readonly WrittenRule[];
  readonly isThere: boolean;
  /** What of it is asked for and missing: the metric itself, a label, a value. Each once, with the rules that ask. */
  readonly missing: readonly (Missing & { readonly askedBy: readonly WrittenRule[] })[];
  /** Labels by which it is grouped or joined, and which none of its series has. */
  readonly labelsWithout: readonly string[];
}

/** The names that rules record, which are there because of them. */
export const recordedNames = (groups: readonly WrittenGroup[]): ReadonlySet<string> =>
  new Set(
    groups.flatMap(({ rules }) => rules.flatMap(({ kind, name }) => (kind === 'record' ? [name] : []))),
  );

/**
 * Each metric that rules read, by its name in the order of reading, with what is missing of it. Metrics that they record themselves, and those
 * that Prometheus makes, are left out, and so is what rules read that are empty by design.
 */
export const compared = (
  groups: readonly WrittenGroup[],
  { of }: Understood,
  exported: Exported,
): readonly Compared[] => {
  const recorded = recordedNames(groups);
  const found = new Map<string, Gathered>();
  for (const [rule, result] of of) {
    if (!('expr' in result) || rule.emptyByDesign !== undefined) continue;
    for (const selector of selectors(result.expr)) {
      const name = nameOf(selector.metric.name, missingOf(selector, exported, recorded));
      if (name === '' || recorded.has(name) || isAlwaysThere(name)) continue;
      const at = found.get(name) ?? { readBy: new Set(), missing: new Map(), grouped: new Set() };
      found.set(name, at);
      at.readBy.add(rule);
      const missing = missingOf(selector, exported, recorded);
      if (!missing) continue;
      const asked = at.missing.get(missing.why) ?? { missing, askedBy: new Set() };
      at.missing.set(missing.why, asked);
      asked.askedBy.add(rule);
    }
    for (const { metric, labels } of usesIn(result.expr))
      for (const label of labels) found.get(metric)?.grouped.add(label);
  }
  return [...found].map(([metric, gathered]) => told(metric, gathered, exported));
};

interface Gathered {
  readonly readBy: Set<WrittenRule>;
  readonly missing: Map<string, { readonly missing: Missing; readonly askedBy: Set<WrittenRule> }>;
  readonly grouped: Set<string>;
}

/** Series without a name are told by their pattern, where that finds nothing. */
const nameOf = (name: string, missing: Missing | undefined): string =>
  name === '' && missing?.what === 'metric' ? missing.name : name;

const told = (
  metric: string,
  { readBy, missing, grouped }: Gathered,
  { metrics, isWhole }: Exported,
): Compared => {
  const there = metrics.get(metric);
  const matched = new Set([...missing.values()].map((each) => each.missing.name));
  return {
    metric,
    readBy: [...readBy],
    isThere: there !== undefined,
    missing: [...missing.values()].map((each) => ({ ...each.missing, askedBy: [...each.askedBy] })),
    labelsWithout: there
      ? [...grouped].filter(
          (label) => !there.labels.has(label) && !matched.has(label) && (isWhole || !isTargetLabel(label)),
        )
      : [],
  };
};
