import { type Application, scrapesOf } from '../application/application.js';
import { metricsOf } from '../application/scrape.js';
import { type Target, targetsOf } from '../application/target.js';
import type { Selector } from '../promql/expr/ast.js';
import { print } from '../promql/expr/print.js';
import { scrapedSelectors } from '../promql/expr/recorded.js';
import { stored } from '../promql/metric/catalog.js';
import { isTargetLabel } from '../promql/metric/label.js';
import type { LabelMatcher } from '../promql/metric/match.js';
import type { MetricInfo } from '../promql/metric/metric.js';
import { accepts } from '../routing/matcher.js';
import { canHoldTogether } from '../routing/together.js';
import type { Violation } from '../synth/violation.js';
import type { Law } from './law.js';
import { type Stated, ruled } from './stated.js';

/** A selector of a rule, and where it stands. */
interface Reading extends Stated {
  readonly selector: Selector;
}

const readings = (application: Application): readonly Reading[] =>
  ruled(application).flatMap((rule) =>
    scrapedSelectors(rule.expr).map((selector) => ({ ...rule, selector })),
  );

/** A target with all that is stored of it, by name. */
interface Scraped {
  readonly target: Target;
  readonly series: ReadonlyMap<string, MetricInfo>;
}

const scrapedBy = (application: Application): readonly Scraped[] =>
  scrapesOf(application).flatMap((scrape) => {
    const series = stored(metricsOf(scrape));
    return targetsOf(scrape).map((target) => ({ target, series }));
  });

const isSame = (one: Target, other: Target): boolean =>
  (['namespace', 'service', 'endpoint'] as const).every((label) => one[label] === other[label]);

/** Whether a series of a target may have a label as a matcher wants it; what its application and its pods say is not known. */
const mayHave =
  (target: Target, { ownLabels }: MetricInfo) =>
  (matcher: LabelMatcher): boolean => {
    const { label } = matcher;
    if (ownLabels.includes(label)) return true;
    const value = target[label] ?? (isTargetLabel(label) ? undefined : '');
    return value === undefined || accepts(matcher, value);
  };

const narrower =
  "narrow the metric by a label in which the two differ: narrowed(metrics, { namespace, service: '…' })";

/** Rules of one application that read what another scrapes. */
const scrapedByAnother = (application: Application, other: Application): readonly Violation[] => {
  const own = scrapedBy(application);
  const foreign = scrapedBy(other).filter(({ target }) => !own.some((each) => isSame(each.target, target)));
  return readings(application).flatMap(({ path, where, expr, selector: { metric, matchers } }) => {
    const found = foreign.filter(({ target, series }) => {
      const info = series.get(metric.name);
      return info !== undefined && matchers.every(mayHave(target, info));
    });
    const services = [
      ...new Set(found.map(({ target }) => `${target['service']} in ${target['namespace']}`)),
    ];
    return services.length === 0
      ? []
      : [
          {
            path,
            text: print(expr),
            message: `${where} may also read ${metric.name} of ${other.name}: of Service ${services.join(', ')}`,
            cure: narrower,
          },
        ];
  });
};

/** Rules of two applications that may read one series of what the platform scrapes for everybody. */
const readByBoth = (application: Application, other: Application): readonly Violation[] => {
  const scraped = stored([application, other].flatMap(scrapesOf).flatMap(metricsOf));
  const platforms = [application, other].map(({ platform }) => stored(platform));
  const theirs = readings(other).filter(
    ({ selector: { metric } }) =>
      platforms.every((metrics) => metrics.has(metric.name)) && !scraped.has(metric.name),
  );
  return readings(application).flatMap(({ path, where, expr, selector: { metric, matchers } }) => {
    const together = theirs.find(
      ({ selector }) =>
        selector.metric.name === metric.name && canHoldTogether([...selector.matchers, ...matchers]),
    );
    return together === undefined
      ? []
      : [
          {
            path,
            text: print(expr),
            message: `${where} and ${together.where} of ${other.name} may read the same series of ${metric.name}`,
            cure: narrower,
          },
        ];
  });
};

const once = (violations: readonly Violation[]): readonly Violation[] => [
  ...new Map(violations.map((each) => [`${each.path} ${each.message}`, each])).values(),
];

/**
 * One Prometheus holds the series of all applications, often under the same names: a rule that does not say whose it
 * means fires for another's fault, or is thinned out by another's traffic. Whatever cannot be told before it is
 * scraped is taken to match.
 */
export const everyRuleReadsItsOwn: Law = ({ applications }) =>
  once(
    applications.flatMap((application, i) => {
      const others = applications.filter(
        (other) => other !== application && other.release === application.release,
      );
      const earlier = others.filter((other) => applications.indexOf(other) < i);
      return [
        ...others.flatMap((other) => scrapedByAnother(application, other)),
        ...earlier.flatMap((other) => readByBoth(application, other)),
      ];
    }),
  );
