import { refuse } from '#ground/fault.js';
import { fromEntries } from '#ground/keyed.js';
import type { Duration } from '#ground/duration.js';
import { anything, exactly, fields, length, listOf, named, oneOf, text } from '#ground/shape.js';
import { type Limit, aLimit, count } from '#promql/unit/limit.js';
import type { Alert } from '#alerts/rule/alert.js';
import { type Language, type Localized, type Spoken, completed, languagesOf } from '#ground/language.js';
import { snake } from './name.js';
import type { Subject } from '#alerts/text/subject.js';
import { burnAlert } from './burn-alert.js';
import {
  type Budget,
  type BurnRate,
  type LongWindow,
  burnRateFaults,
  burnRates,
  exactly as exactShare,
} from './burn-rate.js';
import { nameFaults, numberFaults, wordFaults } from './fault.js';
import { type Recordings, recordings } from './records.js';
import type { Sli } from './sli.js';

export interface SloSpec<W extends LongWindow> {
  /** The application, by the name that it has in this project: what is recorded is called after it. */
  readonly application: string;
  readonly subject: Subject;
  /** What people call the objective: `Service availability`. */
  readonly title: Spoken;
  readonly sli: Sli;
  /** The share of events that must be good, e.g. `percent(99.9)`. */
  readonly objective: Limit<'ratio'>;
  /** Over which the objective is kept, by default 30 days. Prometheus must keep its samples as long. */
  readonly window?: Duration;
  /** Which alerts there are, by their long window; by default all four. A loose objective cannot burn fast enough for some. */
  readonly alerts?: readonly W[];
  /** Fewer failures than these in a long window never fire an alert; by default 5, more than one user who tries again. */
  readonly leastFailures?: Limit<'count'>;
  /** Of the rule group; by default a minute. */
  readonly interval?: Duration;
  /** The part of the application that is concerned. */
  readonly component?: string;
}

/** The alerts of an objective by their long windows: `burn1h`, … */
type AlertsOver<W extends LongWindow> = Readonly<Record<`burn${W}`, Alert<never, 'count'>>>;

/** A service level objective, and what follows from it. */
export interface AnySlo {
  readonly name: string;
  /** In which it is told: in which both its title and its indicator are said. */
  readonly languages: readonly Language[];
  readonly title: Localized;
  readonly sli: Sli;
  readonly objective: Limit<'ratio'>;
  readonly budget: Budget;
  readonly interval: Duration;
  readonly leastFailures: Limit<'count'>;
  readonly burnRates: readonly BurnRate[];
  readonly recorded: Recordings;
  readonly alerts: Readonly<Record<string, Alert<never, 'count'>>>;
}
export interface Slo<W extends LongWindow> extends AnySlo {
  readonly alerts: AlertsOver<W>;
}

const longWindows: readonly LongWindow[] = ['1h', '6h', '1d', '3d'];

const said = exactly({}, { ko: text, en: text });
const sloShape = fields(
  {
    application: named,
    subject: fields({ ko: text, en: text }),
    title: said,
    sli: fields({ languages: listOf(text), total: anything }),
    objective: aLimit,
  },
  {
    ...{ window: length, alerts: listOf(oneOf(longWindows)), leastFailures: aLimit },
    ...{ interval: length, component: named },
  },
);

/**
 * A service level objective: recording rules, an alert for each burn rate with runbook and proof, and what its panels
 * need, from one declaration. `sloGroup` makes a rule group of it, `sloGroups` those of several, `sloPanels` the panels.
 *
 * @param name in CamelCase, for its alerts and metrics: `Availability` gives `AvailabilityBudgetBurn1h` and, of
 *   ojeomneo, `slo:ojeomneo_availability:error_ratio_rate1h`.
 * @throws Error with everything by which it could not work: above all burn rates that the objective leaves no room for.
 */
export const slo = <const W extends LongWindow = LongWindow>(name: string, spec: SloSpec<W>): Slo<W> => {
  refuse(`slo ${name}`, sloShape('', spec));
  const { application, sli, objective, window = '30d', leastFailures = count(5), interval = '1m' } = spec;
  const languages = languagesOf(spec.title).filter((language) => sli.languages.includes(language));
  const budget = { share: exactShare(1 - objective.value), window };
  const wanted: readonly LongWindow[] = spec.alerts ?? longWindows;
  // What is to come is reckoned from these.
  refuse(`slo ${name}`, [
    ...nameFaults(name, application),
    ...numberFaults(objective, window, leastFailures, interval),
    ...wordFaults(languagesOf(spec.title), sli.languages),
  ]);
  const title = completed(spec.title);
  const rates = burnRates(budget).filter((rate): rate is BurnRate & { readonly long: W } =>
    wanted.includes(rate.long),
  );
  refuse(`slo ${name}`, burnRateFaults(rates, budget));
  const id = `${snake(application)}_${snake(name)}`;
  const recorded = recordings(id, sli, [...rates.flatMap(({ short, long }) => [short, long]), window]);
  const burning = (rate: BurnRate) =>
    burnAlert(name, {
      ...{ ...spec, title, languages, budget, rate, leastFailures, interval, recorded },
      slo: snake(name),
    });
  return {
    name,
    languages,
    title,
    sli,
    objective,
    budget,
    interval,
    leastFailures,
    burnRates: rates,
    recorded: { ...recorded, rules: recorded.rules.map((rule) => ({ ...rule, application })) },
    alerts: fromEntries(rates.map((rate) => [`burn${rate.long}`, burning(rate)] as const)),
  };
};
