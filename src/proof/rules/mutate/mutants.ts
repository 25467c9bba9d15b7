import type { PrometheusRule } from '#alerts/rule/prometheus.js';
import { duration } from '#ground/duration.js';
import type { Expr } from '#promql/expr/ast.js';
import { typeFaults } from '#promql/expr/types.js';
import { inline } from '#promql/expr/inline.js';
import { abridged } from '#proof/mutate/abridged.js';
import { equivalenceOnEach } from '#proof/mutate/equivalent/equivalence.js';
import { none } from '#proof/mutate/mutators/edit.js';
import { expressionMutators } from '#proof/mutate/mutators/expression.js';
import { type OneChange, surroundings } from '#proof/mutate/mutant.js';
import { type Around, placesIn } from '#proof/mutate/place.js';
import { waysTo } from '#proof/mutate/readers.js';
import { renamed } from '#proof/mutate/renamed.js';
import { ruleOf } from '#proof/rules/question.js';
import type { Judged } from '#proof/rules/verdict.js';
import { type ReadRecord, type Subject, isAsked } from '#proof/rules/subject.js';

/** An alert of a file with one change, under a name of its own: `m17`. */
export type RuleMutant = OneChange<PrometheusRule, PrometheusRule>;

/** An alert, its mutants without those that no input can tell from it, and how many those are. */
export interface Counted {
  readonly judged: Judged;
  readonly mutants: readonly RuleMutant[];
  readonly equivalent: number;
}

/** An alert as it is, under the name of a mutant: what holds of it must hold beside its mutants too. */
export const unchanged = (subject: Subject): RuleMutant => ({
  ...{ name: 'm0', kind: 'labels', before: none, after: none, records: [] },
  rule: { ...ruleOf(subject), alert: 'm0' },
});

type Draft = Omit<RuleMutant, 'name' | 'rule' | 'records'> & {
  readonly made: (name: string) => Pick<RuleMutant, 'rule' | 'records'>;
};

const expressionDrafts = (
  whole: Expr,
  record: string | undefined,
  ways: readonly (readonly Around[])[],
  made: (expr: Expr, name: string) => Pick<RuleMutant, 'rule' | 'records'>,
): readonly Draft[] =>
  placesIn(whole).flatMap((place) =>
    expressionMutators
      .flatMap((mutator) => mutator(place))
      .filter(({ by }) => typeFaults(place.replaced(by)).length === 0)
      .map(({ kind, before, after, by }): Draft => {
        const reason = equivalenceOnEach(place, { kind, before, after, by }, ways);
        const within = abridged(surroundings(place));
        return {
          ...{ kind, before, after, within },
          ...(record !== undefined && { record }),
          ...(reason !== undefined && { equivalent: reason }),
          made: (name) => made(place.replaced(by), name),
        };
      }),
  );

/** Other lengths of time that a rule may wait, or go on firing, for: none, half, twice as long. */
const lengthDrafts = (
  subject: Subject,
  kind: 'for' | 'keepFiringFor',
  interval: number,
): readonly Draft[] => {
  const [field, given] =
    kind === 'for'
      ? (['for', subject.alert.for] as const)
      : (['keep_firing_for', subject.alert.keepFiringFor] as const);
  if (given === 0) return [];
  const evaluations = (length: number): number => Math.ceil(length / interval);
  return [0, given / 2, given * 2].map((length) => ({
    kind,
    before: `${field}: ${duration(given)}`,
    after: length === 0 ? none : duration(length),
    ...(evaluations(length) === evaluations(given) && {
      equivalent: `evaluated each ${interval} s, both wait for ${evaluations(given)} evaluations`,
    }),
    made: (name) => ({ rule: { ...ruleOf(subject), alert: name, [field]: duration(length) }, records: [] }),
  }));
};

/** Labels of the rule, each left out. */
const labelDrafts = (subject: Subject): readonly Draft[] =>
  Object.entries(subject.labels).map(([dropped, value]) => ({
    kind: 'labels',
    before: `${dropped}: ${value}`,
    after: none,
    made: (name) => {
      const labels = Object.fromEntries(
        Object.entries(subject.labels).filter(([label]) => label !== dropped),
      );
      return { rule: { ...ruleOf(subject), alert: name, labels }, records: [] };
    },
  }));

const recordDrafts = (subject: Subject, whole: Expr, changed: readonly ReadRecord[]): readonly Draft[] => {
  const records = subject.records.flatMap(({ name, read }) => (read ? [{ record: name, expr: read }] : []));
  // Of what several rules record under one name, a copy of one would stand for all.
  if (new Set(records.map(({ record }) => record)).size < subject.records.length) return [];
  const labelsOf = new Map(subject.records.map(({ name, labels }) => [name, labels]));
  return changed.flatMap(({ name: record, read }) =>
    read === undefined
      ? []
      : expressionDrafts(read, record, waysTo(record, whole, records), (to, name) => {
          const suffix = `_${name}`;
          const copies = renamed(records, record, to, suffix);
          return {
            rule: { ...ruleOf(subject), alert: name, expr: inline(copies.read(whole)) },
            records: copies.records.map((copy) => {
              const labels = labelsOf.get(copy.record.slice(0, -suffix.length)) ?? {};
              return { record: copy.record, expr: inline(copy.expr), labels };
            }),
          };
        }),
  );
};

/**
 * Every mutant of an alert, in the order of reading: its expression, recording rules, the rest of the rule.
 *
 * @param changed The recording rules that are changed with it.
 * @param interval Seconds between evaluations.
 */
export const mutantsOf = (
  subject: Subject,
  changed: readonly ReadRecord[],
  interval: number,
): readonly RuleMutant[] => {
  const { asked } = subject;
  if (!isAsked(asked)) return [];
  const drafts = [
    ...expressionDrafts(asked.expr, undefined, [[]], (to, name) => ({
      rule: { ...ruleOf(subject), alert: name, expr: inline(to) },
      records: [],
    })),
    ...recordDrafts(subject, asked.expr, changed),
    ...lengthDrafts(subject, 'for', interval),
    ...lengthDrafts(subject, 'keepFiringFor', interval),
    ...labelDrafts(subject),
  ];
  return drafts.map(({ made, ...draft }, i) => {
    const name = `m${i + 1}`;
    return { name, ...draft, ...made(name) };
  });
};
