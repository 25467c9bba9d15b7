import { type RuleSeverity, severities } from '#alerts/rule/facts.js';
import { remembered } from '#ground/remembered.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Teller } from '#alerts/targets/platform-missing.js';
import { evaluate } from '#promql/evaluate/evaluate.js';
import { type Read, type World, isNothing, isSeries } from '#promql/evaluate/world.js';
import { type Expr, type Selector, selectors, walk } from '#promql/expr/ast.js';
import { scrapedSelectors } from '#promql/expr/recorded.js';
import { type MetricCatalog, stored } from '#promql/metric/catalog.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { Metric } from '#promql/metric/metric.js';
import { platformExporters } from './platform.js';
import { isMeant } from './read.js';
import { type Scrape, storedBy } from './scrape.js';
import { type Target, targetsOf } from './target.js';

/** What may befall a target; `up` tells of it at every scrape as long as there is one. */
type State = 'failing' | 'gone';

const upOf: Readonly<Record<State, readonly number[]>> = { failing: [0], gone: [] };

/** A target, and what it brings. */
interface Asked {
  readonly target: Target;
  readonly names: ReadonlyMap<string, unknown>;
}

/** What a number of targets bring. */
interface Bringing {
  /** Which of them bring what a selector reads. */
  readonly brought: (selector: Selector) => readonly Asked[];
  /** Whether an alert fires while all of them are well. */
  readonly firesAnyway: (expr: Expr) => boolean;
}

/** Worked out once for each selector, and for each alert: they are asked about every target, in every state. */
const bringing = (asked: readonly Asked[]): Bringing => {
  const brought = remembered((selector: Selector) =>
    asked.filter(({ names, target }) => names.has(selector.metric.name) && isMeant(selector, target)),
  );
  const well: World = (selector) =>
    selector.metric.name === 'up' && brought(selector).length > 0
      ? brought(selector).map(({ target }) => ({ labels: target, value: 1 }))
      : 'unknown';
  return { brought, firesAnyway: remembered((expr: Expr) => firesIn(expr, well)) };
};

/** Whether an alert fires for sure. */
const firesIn = (expr: Expr, world: World): boolean => {
  const read = evaluate(expr, world);
  return isSeries(read) && !isNothing(read);
};

/** What series there are while one target is in a state and all others are well. */
const worldWith =
  (target: Target, state: State, { brought }: Bringing): World =>
  (selector: Selector) => {
    const { name } = selector.metric;
    const bring = brought(selector);
    if (bring.length === 0) return 'unknown';
    // Pods that are gone are so on all of their ports.
    const isIn = state === 'gone' ? isOfOne : isSame;
    if (name === 'up')
      return bring.flatMap((each): readonly Read[] =>
        (isIn(each.target, target) ? upOf[state] : [1]).map((value) => ({ labels: each.target, value })),
      );
    return bring.every((each) => isIn(each.target, target)) ? [] : 'unknown';
  };

const isOfOne = (one: Target, other: Target): boolean =>
  (['namespace', 'service', 'job'] as const).every((label) => one[label] === other[label]);
const isSame = (one: Target, other: Target): boolean =>
  isOfOne(one, other) && one['endpoint'] === other['endpoint'];

/** Whether an alert fires for sure in a state of a target, and not because it fires anyway. */
const tells = ({ expr }: AlertRule, target: Target, state: State, brought: Bringing): boolean =>
  firesIn(expr, worldWith(target, state, brought)) && !brought.firesAnyway(expr);

/** A target that nobody watches, with the scrape that asks it. */
export interface Unwatched {
  readonly scrape: Scrape;
  readonly target: Target;
}

/** Alerts that may tell of a target at all, so that only these are asked. */
interface Candidates {
  /** Those that look at scrapes. */
  readonly failing: readonly AlertRule[];
  /** Those that are anything where their series are gone. */
  readonly gone: readonly AlertRule[];
}

const candidatesOf = (alerts: readonly AlertRule[]): Candidates => ({
  failing: alerts.filter(({ expr }) => selectors(expr).some(({ metric }) => metric.name === 'up')),
  gone: alerts.filter(({ expr }) =>
    [...walk(expr)].some((each) => each.type === 'call' && /^(vector|absent.*)$/.test(each.function)),
  ),
});

/** What of a scrape's targets must be told: of what comes and goes not that it is gone. */
const toldOf = (scrape: Scrape): readonly (keyof Candidates)[] =>
  scrape.of === 'pods' && scrape.comesAndGoes ? ['failing'] : ['failing', 'gone'];

const isWatched = (scrape: Scrape, target: Target, candidates: Candidates, brought: Bringing): boolean =>
  toldOf(scrape).every((state) => candidates[state].some((alert) => tells(alert, target, state, brought)));

/**
 * The targets of which no alert tells when their scrapes fail or when they are gone: of each Service one, unless it is watched in one of its
 * namespaces; of what no Service stands before, one of each scrape.
 *
 * @param preferred the namespace of the application's own objects: where a Service is there too, it is meant.
 */
export const unwatchedTargets = (
  scrapes: readonly Scrape[],
  alerts: readonly AlertRule[],
  preferred: string,
): readonly Unwatched[] => {
  const brought = bringing(
    scrapes.flatMap((scrape) =>
      targetsOf(scrape).map((target): Asked => ({ target, names: storedBy(scrape) })),
    ),
  );
  const candidates = candidatesOf(alerts);
  return scrapes.flatMap((scrape) => {
    const targets = targetsOf(scrape);
    const services = [...new Set(targets.map(({ service }) => service))];
    return services.flatMap((name) => {
      const own = targets.filter(({ service }) => service === name);
      if (own.some((target) => isWatched(scrape, target, candidates, brought))) return [];
      const [first] = own;
      const here = own.find(({ namespace }) => namespace === preferred) ?? first;
      return here ? [{ scrape, target: here }] : [];
    });
  });
};

/**
 * The severity of the gravest alert that tells when a target of a scrape fails or is gone; `none` where no alert does.
 *
 * @param all Every scrape of the application.
 */
export const severityOfLoss = (
  all: readonly Scrape[],
  alerts: readonly AlertRule[],
): ((scrape: Scrape) => RuleSeverity) => {
  const brought = bringing(
    all.flatMap((scrape) => targetsOf(scrape).map((target): Asked => ({ target, names: storedBy(scrape) }))),
  );
  const isTold = (scrape: Scrape, severity: RuleSeverity): boolean => {
    const candidates = candidatesOf(alerts.filter((alert) => alert.severity === severity));
    return targetsOf(scrape).some((target) =>
      toldOf(scrape).some((state) => candidates[state].some((alert) => tells(alert, target, state, brought))),
    );
  };
  return (scrape) => severities.find((severity) => isTold(scrape, severity)) ?? 'none';
};

/**
 * Who of the platform tells something that alerts read, and of whom no alert says that it does not: with the first metric of each that is
 * read, in the namespace in which it is.
 */
export const unwatchedTellers = (
  platform: readonly MetricCatalog[],
  alerts: readonly AlertRule[],
): readonly Teller[] => {
  const given = stored(platform);
  const read = alerts
    .flatMap(({ expr }) => scrapedSelectors(expr))
    .filter(({ metric }) => given.has(metric.name) && metric.kind !== 'histogram');
  return platformExporters.flatMap(({ name, metrics, isEverywhere }): readonly Teller[] => {
    const names = stored([metrics]);
    const own = read.filter(({ metric }) => names.has(metric.name));
    // What is asked of the whole cluster is there in every one; of a DaemonSet nobody knows that there is another.
    const first = own.find(({ matchers }) => isEverywhere && matchers.length === 0) ?? own[0];
    if (!first || alerts.some(({ expr }) => isSilenceTold(expr, names))) return [];
    return [
      { name, metric: new Metric(first.metric, isEverywhere ? [] : first.matchers.filter(saysNamespace)) },
    ];
  });
};

const saysNamespace = ({ label, operator }: LabelMatcher): boolean =>
  label === 'namespace' && operator === '=';

/** A series of whatever a selector reads. */
const there = (): readonly Read[] => [{ labels: {}, value: 1 }];

/** Whether an alert fires when none of these metrics has a series, while others have, and does not fire when they have. */
const isSilenceTold = (expr: Expr, names: ReadonlyMap<string, unknown>): boolean => {
  const fires = evaluate(expr, ({ metric }) => (names.has(metric.name) ? [] : there()));
  return isSeries(fires) && !isNothing(fires) && isNothing(evaluate(expr, there));
};
