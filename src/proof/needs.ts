import type { Scenario } from '#alerts/scenario/scenario.js';
import type { Expr } from '#promql/expr/ast.js';
import { type Need, distinct, needsOf, needsOfNames } from '#promql/expr/needs.js';
import { type Version, isAtLeast } from './tools/version.js';

/** What a proof needs of promtool: what its rules read, and the series that its scenarios play. */
export const needsOfProof = (exprs: readonly Expr[], scenarios: readonly Scenario[]): readonly Need[] =>
  distinct([
    ...exprs.flatMap(needsOf),
    ...scenarios.flatMap(({ series }) =>
      series.flatMap(({ metric, labels, part }) => [
        ...needsOfNames([metric.name], Object.keys(labels)),
        ...(part === undefined ? [] : [nativeHistogram]),
      ]),
    ),
  ]);

/**
 * Tests hold native histograms since 2.47, those with custom buckets since 2.54; they are read as Prometheus stores and interpolates them
 * since 3.0.
 */
const nativeHistogram: Need = { since: '3.0', why: 'its series are native histograms' };

/** Why a release of promtool cannot run what has these needs, and what can; nothing where it can. */
export const unprovable = (version: Version, needs: readonly Need[]): string | undefined => {
  const unmet = needs.filter(({ since }) => !isAtLeast(version, since));
  if (unmet.length === 0) return undefined;
  const because = unmet.map(({ since, why }) => `≥ ${since}, because ${why}`).join('; ');
  return `Promtool ${version.text} cannot prove it: it needs promtool ${because}. Choose a newer one: cheomseong prove --promtool newest, or PROMTOOL=…/promtool.`;
};
