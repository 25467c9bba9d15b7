import { refusal, refuse } from '#ground/fault.js';
import type { Duration } from '#ground/duration.js';
import { inLanguage, languagesOf, saidIn } from '#ground/language.js';
import { once } from '#ground/once.js';
import { readsOnFor, steadied } from '#promql/expr/steadied.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { crossing } from '#promql/vector/compare.js';
import { on } from '#promql/vector/matching.js';
import { and, andBeside, unless, unlessMatched } from '#promql/vector/set.js';
import type { Beside, Matched } from '#promql/vector/matched.js';
import type { Vector } from '#promql/vector/vector.js';
import { scenariosOf } from '#alerts/scenario/scenarios.js';
import type { Proof } from '#alerts/scenario/proof.js';
import { type Derived, type Unproven, provenBy, standingOf } from '#alerts/scenario/standing.js';
import type { Firing } from '#alerts/scenario/scenario.js';
import type { Condition } from './condition.js';
import type { Facts, Severity } from './facts.js';
import { anotherLimit } from './fault/condition.js';
import { proofFaults } from './fault/proof.js';
import { alertShape } from './fault/shape.js';
import { ruleFaults, ruleHints } from './fault/rule.js';
import { silentFaults } from './fault/said.js';
import { type Hours, isDuring } from './hours.js';
import { enter } from './made.js';
import type { Change, Compared, OwnRule, RuleFacts, Shown } from './rule.js';
import { type Filling, type Sentences, runbookOf, said, templates, textsOf } from './says.js';

/** Labels that every rule carries, or by which Prometheus tells alerts apart: an alert cannot say them of itself. */
type ReservedLabel = 'severity' | 'application' | 'namespace' | 'component' | 'alertname';

export interface AlertSpec<L extends string, U extends Unit> {
  readonly limit: Limit<U>;
  readonly for: Duration;
  readonly keepFiringFor?: Duration;
  /** How far back the signal looks; left out where it does not. */
  readonly window?: Duration;
  /** How often what it reads is scraped, at the slowest, which its application knows; twice a minute unless said. */
  readonly scrapedEvery?: Duration;
  readonly severity: Severity;
  readonly when: (facts: Facts<U>) => Condition<L, U>;
  /**
   * Only where this, or each of these, has a series too: enough traffic for a ratio to mean something. What has other labels says by
   * which it is matched: `matched(requests, on('instance'))`.
   */
  readonly given?: (facts: Facts<U>) => Beside<L> | readonly Beside<L>[];
  /** Only while this has a series: while whoever tells is there, and nothing is taken for missing that is only not told. */
  readonly knownBy?: (facts: Facts<U>) => Vector<never>;
  /** Not while this has a series: at all, or one that is matched with the alert's own. */
  readonly except?: (facts: Facts<U>) => Vector<never> | Matched<NoInfer<L>>;
  /** Only during these hours. */
  readonly during?: (facts: Facts<U>) => Hours;
  /** The part of the application that is concerned; the application itself by default. */
  readonly component?: string;
  /** Further labels for routing. */
  readonly labels?: Readonly<Record<string, string>> & { readonly [R in ReservedLabel]?: never };
  /** All that is said of it, in its message and on its page. */
  readonly says: Sentences<L, U>;
  /** What it is proven by; or that this was only derived, or why there is nothing. */
  readonly proof: (facts: Facts<U>) => Proof<L> | Derived<Proof<L>> | Unproven;
}

/** An alert, with the labels `L` that tell those of its name apart and the unit of its limit. */
export interface Alert<in out L extends string, in out U extends Unit> extends OwnRule {
  readonly condition: Compared & { readonly limit: Limit<U> };
  readonly severity: Severity;
  /** What it was made of. */
  readonly spec: AlertSpec<L, U>;
  redefined(change: Change<U>): Alert<L, U>;
  scraped(every: Duration): Alert<L, U>;
}

/**
 * An alert: a rule, its texts, its runbook and its proof, all of them functions of the same facts.
 *
 * @throws Error with everything that keeps it from working: see `ruleFaults`.
 */
export const alert = <L extends string, U extends Unit>(name: string, spec: AlertSpec<L, U>): Alert<L, U> => {
  refuse(`alert ${name}`, alertShape('', spec));
  refuse(`alert ${name}`, silentFaults(spec.says));
  const { scrapedEvery = '30s' } = spec;
  const facts = factsOf(name, spec);
  const condition = spec.when(facts);
  const { signal, operator, limit, counted } = condition;
  const compared = counted ?? condition;
  const shownCondition = { signal: signal.expr, operator, limit };
  const during = spec.during?.(facts);
  const { expr } = expression(compared, {
    given: [spec.given?.(facts) ?? []].flat(),
    knownBy: spec.knownBy?.(facts),
    except: spec.except?.(facts),
    during,
  });
  const steady = steadied(expr, readsOnFor(scrapedEvery));
  const spoken = languagesOf(spec.says);
  const saying = (filling: Filling<L>) =>
    saidIn(spoken, (language) => said(spec.says, language, facts, signal.labels, filling));
  const told = saying(templates(compared));
  const rule = {
    name,
    expr: steady,
    scrapedEvery,
    condition: shownCondition,
    ...(counted && { counted: { ...counted, signal: counted.signal.expr } }),
    for: spec.for,
    ...(spec.keepFiringFor !== undefined && { keepFiringFor: spec.keepFiringFor }),
    ...(spec.window !== undefined && { window: spec.window }),
    severity: spec.severity,
    ...(spec.component !== undefined && { component: spec.component }),
    labels: spec.labels ?? {},
    ...(during && { during }),
    texts: saidIn(spoken, (language) => textsOf(inLanguage(told, language))),
    runbook: saidIn(spoken, (language) => runbookOf(inLanguage(told, language))),
  } satisfies RuleFacts;
  const judged = { ...rule, expr };
  refuse(`alert ${name}`, [
    ...anotherLimit(shownCondition, spec.limit),
    ...ruleFaults(judged, signal.labels),
  ]);
  const shown = ({ labels, value, also = [], ...firing }: Firing<L>): Shown => {
    const tells = (labels: Readonly<Record<L, string>>) => {
      const told = saying({ value, label: (each) => labels[each] });
      return { labels, texts: saidIn(spoken, (language) => textsOf(inLanguage(told, language))) };
    };
    return { ...firing, tells: [tells(labels), ...also.map(tells)] };
  };
  return enter({
    ...rule,
    hints: ruleHints(judged),
    scenarios: once(() => {
      const proof = spec.proof(facts);
      const written = provenBy<Proof<L>>(proof);
      if (!written) return { fires: [], quiet: [], ...standingOf(proof) };
      const { fires, quiet } = scenariosOf(written, {
        ...rule,
        condition: rule.counted ?? shownCondition,
      });
      const scenarios = { fires: fires.map(shown), quiet, ...standingOf(proof) };
      refuse(`alert ${name}`, proofFaults(rule, scenarios));
      return scenarios;
    }),
    made: {},
    spec,
    redefined: ({ name: other = name, ...change }) => alert(other, { ...spec, ...change }),
    scraped: (every) => alert(name, { ...spec, scrapedEvery: every }),
  });
};

const factsOf = <U extends Unit>(
  name: string,
  { limit, for: pending, keepFiringFor, window, severity }: Pick<AlertSpec<never, U>, keyof Facts<U>>,
): Facts<U> => ({
  limit,
  for: pending,
  ...(keepFiringFor !== undefined && { keepFiringFor }),
  severity,
  get window() {
    if (window === undefined)
      throw refusal(`alert ${name}`, {
        what: '',
        code: 'missing-field',
        why: 'it reads its window, and has none',
        cure: "give 'window'",
      });
    return window;
  },
});

/** What must hold beside an alert's condition. */
interface Circumstances<L extends string> {
  readonly given: readonly Beside<L>[];
  readonly knownBy: Vector<never> | undefined;
  readonly except: Vector<never> | Matched<L> | undefined;
  readonly during: Hours | undefined;
}

const expression = <L extends string>(
  condition: Pick<Condition<L, Unit>, 'signal' | 'operator' | 'limit'>,
  { given, knownBy, except, during }: Circumstances<L>,
): Vector<L> => {
  const meaningful = given.reduce<Vector<L>>((met, each) => andBeside(met, each), crossing(condition));
  const known = knownBy ? and(meaningful, knownBy, on()) : meaningful;
  const excepted = except ? without(known, except) : known;
  return during ? and(excepted, isDuring(during), on()) : excepted;
};

const without = <L extends string>(known: Vector<L>, except: Vector<never> | Matched<L>): Vector<L> =>
  'vector' in except ? unlessMatched(known, except) : unless(known, except, on());
