import type { Duration } from '#ground/duration.js';
import { type Fault, refuse } from '#ground/fault.js';
import { languages, saidIn } from '#ground/language.js';
import { once } from '#ground/once.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Condition } from '#alerts/rule/condition.js';
import type { RuleSeverity } from '#alerts/rule/facts.js';
import { enter } from '#alerts/rule/made.js';
import {
  type AlertRule,
  type Change,
  type Compared,
  type Present,
  type RuleFacts,
  addedLabels,
} from '#alerts/rule/rule.js';
import { expressionOf } from './expression.js';
import { importedHints, unloadable } from './hints.js';
import { importedScenarios } from './scenarios.js';
import { ourSeverity } from './severity.js';
import { importedShape } from './shape.js';
import type { AnyCondition, ImportedSpec } from './spec.js';

/** An alert with a limit in the unit `U`, as panels draw it. */
export interface ImportedAlert<out U extends Unit> extends AlertRule {
  readonly condition: Compared & { readonly limit: Limit<U> };
}

/**
 * An alert as it was written elsewhere: expression, labels and annotations are rendered as they were. What is doubtful in it is told as a
 * hint at every synthesis, and refused never; what Prometheus would not load is refused.
 *
 * @throws Error on what Prometheus would not load.
 */
export function imported<L extends string, U extends Unit>(
  name: string,
  spec: ImportedSpec<Condition<L, U>>,
): ImportedAlert<U>;
export function imported(name: string, spec: ImportedSpec): AlertRule;
export function imported(name: string, spec: ImportedSpec): AlertRule {
  return made(name, spec);
}

const made = (name: string, spec: ImportedSpec): AlertRule => {
  refuse(`alert ${name}`, importedShape('', spec));
  const { when, for: pending = '0s', scrapedEvery = '30s', labels = {}, annotations = {} } = spec;
  const severity = spec.severity ?? ourSeverity(labels['severity']);
  const rule: RuleFacts = {
    name,
    ...(spec.key !== undefined && { key: spec.key }),
    expr: expressionOf(spec),
    condition: conditionOf(when),
    for: pending,
    ...(spec.keepFiringFor !== undefined && { keepFiringFor: spec.keepFiringFor }),
    scrapedEvery,
    severity: severity ?? 'warning',
    ...(spec.component !== undefined && { component: spec.component }),
    labels,
    texts: saidIn(languages, () => annotations),
    imported: addedLabels,
  };
  refuse(`alert ${name}`, unloadable(rule));
  return enter({
    ...rule,
    hints: importedHints(rule, when.signal.labels),
    scenarios: once(() => importedScenarios(rule, annotations, spec.proof)),
    made: {},
    redefined: (change: Change) => redefined(name, spec, change),
    scraped: (every: Duration) => made(name, { ...spec, scrapedEvery: every }),
    ...(severity === undefined && {
      likened: (like: RuleSeverity) => made(name, { ...spec, severity: like }),
    }),
  });
};

const conditionOf = ({ signal, operator, limit }: AnyCondition): Compared | Present =>
  operator === undefined || limit === undefined
    ? { signal: signal.expr }
    : { signal: signal.expr, operator, limit };

/** Its annotations stay as they were written, whatever they say of what is changed. */
const redefined = (
  name: string,
  spec: ImportedSpec,
  { name: other = name, limit, severity, labels, window, ...change }: Change,
): AlertRule => {
  refuse(`alert ${name}`, [
    ...(window === undefined ? [] : [unsayable('window', 'its windows stand in its expression')]),
    ...(limit === undefined || spec.when.limit !== undefined
      ? []
      : [unsayable('limit', 'it tells by being there, and is compared with nothing')]),
  ]);
  return made(other, {
    ...spec,
    ...change,
    ...(limit && { when: { ...spec.when, limit } }),
    ...(severity && { severity }),
    labels: { ...spec.labels, ...(severity && { severity }), ...labels },
  });
};

const unsayable = (where: string, why: string): Fault => ({
  where,
  what: '',
  code: 'setting-for-nothing',
  why,
  cure: 'leave it out, or change what it was imported as',
});
