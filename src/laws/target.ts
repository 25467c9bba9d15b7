import { type Application, scrapesOf } from '#application/application.js';
import { storedBy } from '#application/scrape.js';
import { type Target, targetsOf } from '#application/target.js';
import { type Selector, selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { stored } from '#promql/metric/catalog.js';
import { printMatcher, satisfies } from '#routing/matcher.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { type Caused, oncePerCause } from './cause.js';
import type { Law } from './law.js';
import { stated } from './stated.js';
import { inEach } from './apart.js';

/** The targets of each metric that the application scrapes by itself. */
const targetsByMetric = (application: Application): ReadonlyMap<string, readonly Target[]> => {
  const targets = new Map<string, readonly Target[]>();
  for (const scrape of scrapesOf(application)) {
    for (const name of storedBy(scrape).keys())
      targets.set(name, [...(targets.get(name) ?? []), ...targetsOf(scrape)]);
  }
  for (const name of stored(application.platform).keys()) targets.delete(name);
  return targets;
};

/** What a selector asks of its targets. A label that the metric has itself is not the target's, and a variable is Grafana's. */
const asked = ({ metric, matchers }: Selector, targets: readonly Target[]): readonly LabelMatcher[] =>
  matchers.filter(
    ({ label, value }) =>
      targets.some((target) => label in target) &&
      !metric.ownLabels.includes(label) &&
      !value.startsWith('$'),
  );

/** What keeps targets from being found: a matcher that none of them satisfies, else all of them together. */
const unmet = (matchers: readonly LabelMatcher[], targets: readonly Target[]): readonly LabelMatcher[] => {
  const alone = matchers.find((each) => !targets.some((target) => satisfies(target, [each])));
  return alone ? [alone] : matchers;
};

const faults = (application: Application): readonly Caused[] => {
  const targetsOfMetric = targetsByMetric(application);
  return stated(application).flatMap(({ at, reader, expr }) =>
    selectors(expr).flatMap((selector): readonly Caused[] => {
      const targets = targetsOfMetric.get(selector.metric.name) ?? [];
      const matchers = asked(selector, targets);
      if (targets.length === 0 || targets.some((target) => satisfies(target, matchers))) return [];
      const labels = [...new Set(matchers.map(({ label }) => label))];
      const there = targets.map((target) =>
        labels.map((label) => `${label}="${target[label] ?? ''}"`).join(', '),
      );
      const fault = {
        where: at,
        what: print(expr),
        code: 'no-such-target' as const,
        why: `${reader} reads ${selector.metric.name} of targets with ${matchers.map(printMatcher).join(', ')}, and there are none`,
        cure: `write the labels of a target that ${application.name} scrapes: ${[...new Set(there)].join('; ')}`,
      };
      return [{ fault, cause: unmet(matchers, targets).map(printMatcher).join(), hit: reader }];
    }),
  );
};

/** A query for targets that nobody scrapes finds nothing: a namespace that is misspelt, a job that is another's. */
export const everySelectorHasATarget: Law = inEach(({ applications }) =>
  oncePerCause(applications.flatMap(faults)),
);
