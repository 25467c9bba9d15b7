import type { RuleSeverity } from '#alerts/rule/facts.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Counted } from '#dashboards/strip/facts.js';
import { aggregated, orZero } from '#dashboards/strip/promql.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Localized } from '#ground/language.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { type Expr, type Selector, call, number } from '#promql/expr/ast.js';
import { readsOnFor } from '#promql/expr/steadied.js';
import { type Scrape, jobName } from '#application/scrape.js';
import { isProbe } from '#application/scrape/probe.js';
import { targetsOf } from '#application/target.js';
import { severityOfLoss } from '#application/unwatched.js';

const same = (name: string): Localized => ({ ko: name, en: name });

/** A name without that of its application, which the page is about anyway. */
export const shortened = (name: string, application: string): string =>
  name.startsWith(`${application}-`) ? name.slice(application.length + 1) : name;

/** Prometheus takes a sample of the last 5 minutes for the present value: what is scraped so often has one though a scrape is late. */
const slowestWithout: Duration = '2m';

/** At the last scrape: of what is scraped seldom, Prometheus knows no present value between scrapes, and all would be told down. */
const atLastScrape = (up: Selector, scrapes: readonly Scrape[]): Expr => {
  const every = scrapes.map(({ interval }) => interval).toSorted((a, b) => inSeconds(b) - inSeconds(a))[0];
  return every === undefined || inSeconds(every) <= inSeconds(slowestWithout)
    ? up
    : call('last_over_time', { type: 'range', selector: up, window: readsOnFor(every) });
};

/** Probes answer whatever they find; whether the endpoint did is another metric. */
const upOf = (scrapes: readonly Scrape[]): Selector => {
  const targets = scrapes.flatMap(targetsOf);
  const values = (label: string): readonly string[] => [
    ...new Set(targets.flatMap((target) => target[label] ?? [])),
  ];
  const { info, matchers } = scrapeMetrics.up.where({ job: values('job'), namespace: values('namespace') });
  return { type: 'selector', metric: info, matchers };
};

/** How many targets there are at the least: of a Service, which may be in one of several namespaces, one; all that are written down. */
const leastOf = (scrape: Scrape): number =>
  scrape.of === 'targets' ? scrape.targets.length : scrape.of === 'services' ? scrape.services.length : 1;

const counted = (scrapes: readonly Scrape[], name: Localized, severity: RuleSeverity): Counted => {
  const up = atLastScrape(upOf(scrapes), scrapes);
  const least = scrapes.reduce((sum, each) => sum + leastOf(each), 0);
  const found: Expr = orZero(aggregated('count', up));
  return { name, up: orZero(aggregated('sum', up)), of: call('clamp_min', found, number(least)), severity };
};

/** What of an application is scraped. */
export interface OfTargets {
  readonly application: string;
  /** Those of its own Services and pods, each told by itself. */
  readonly own: readonly Scrape[];
  /** Those of what tells of others: exporters, agents, collectors. */
  readonly beside: readonly Scrape[];
  readonly alerts: readonly AlertRule[];
}

const comesAndGoes = (scrape: Scrape): boolean => scrape.of === 'pods' && scrape.comesAndGoes;

/** Targets that answer, of those that there are: each of the application's own scrapes, and together what tells of others. */
export const countedTargets = ({ application, own, beside, alerts }: OfTargets): readonly Counted[] => {
  const all = [...own, ...beside];
  const severityOf = severityOfLoss(all, alerts);
  const told = all.filter((each) => !comesAndGoes(each) && !(each.of === 'targets' && isProbe(each)));
  const single = told.filter((each) => own.includes(each) || severityOf(each) === 'critical');
  const together = told.filter((each) => !single.includes(each));
  const [one, ...more] = together;
  return [
    ...single.map((each) => counted([each], same(shortened(each.name, application)), severityOf(each))),
    ...(one && more.length === 0
      ? [counted([one], same(shortened(jobName(one), application)), severityOf(one))]
      : []),
    ...(more.length > 0 ? [counted(together, { ko: '익스포터', en: 'exporters' }, 'warning')] : []),
  ];
};
