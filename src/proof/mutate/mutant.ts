import type { AlertRule } from '#alerts/rule/rule.js';
import type { RecordingRule } from '#alerts/rule/recording.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import { abridged } from './abridged.js';
import { equivalenceOnEach } from './equivalent/equivalence.js';
import { sameEvaluations } from './equivalent/pending.js';
import type { Kind } from './mutators/edit.js';
import { expressionMutators } from './mutators/expression.js';
import { tellsTime } from './mutators/time.js';
import { ruleEdits } from './mutators/rule.js';
import { type Around, type Place, placesIn } from './place.js';
import { waysTo } from './readers.js';
import { renamed } from './renamed.js';

/** A rule with one change, as its writers have rules and recording rules. */
export interface OneChange<Rule, Record> {
  /** What the rule is called in its place: `HighErrorRate_m17`. */
  readonly name: string;
  readonly kind: Kind;
  readonly before: string;
  /** `none` where something is dropped. */
  readonly after: string;
  /** The expression around the change, abridged; nothing where the change is outside the expression. */
  readonly within?: string;
  /** The recording rule whose expression is changed; nothing where it is the alert's own. */
  readonly record?: string;
  readonly rule: Rule;
  /** Recording rules that it reads beside those of the alert. */
  readonly records: readonly Record[];
  /** Why no input can tell it from the alert. */
  readonly equivalent?: string;
}

/** An alert with one change. */
export interface Mutant extends OneChange<AlertRule, RecordingRule> {
  /** What is changed, before and after: of expressions of the alert or of a recording rule. */
  readonly changed?: { readonly from: Expr; readonly to: Expr };
  /** Whether nothing is changed but what the time is compared with. */
  readonly ofClock: boolean;
}

/** What an alert is mutated with: the recording rules that it reads, of which those in `own` are mutated too. */
export interface Setting {
  readonly records: readonly RecordingRule[];
  readonly own: readonly RecordingRule[];
  /** Seconds between evaluations. */
  readonly interval: number;
}

type Draft = Omit<Mutant, 'name' | 'rule' | 'records'> & {
  readonly made: (suffix: string) => Pick<Mutant, 'rule' | 'records'>;
};

/** Every mutant of an alert, in the order of reading: its expression, its recording rules, the rest of the rule. */
export const mutantsOf = (rule: AlertRule, setting: Setting): readonly Mutant[] => {
  const drafts = [
    ...draftsOf(rule.expr, undefined, [[]], (expr) => ({ rule: { ...rule, expr }, records: [] })),
    ...setting.own.flatMap(({ record, expr }) =>
      draftsOf(expr, record, waysTo(record, rule.expr, setting.records), (changed, suffix) => {
        const { records, read } = renamed(setting.records, record, changed, suffix);
        return { rule: { ...rule, expr: read(rule.expr) }, records };
      }),
    ),
    ...ruleDrafts(rule, setting.interval),
  ];
  return drafts.map(({ made, ...draft }, i) => {
    const suffix = `_m${i + 1}`;
    return { name: rule.name + suffix, ...draft, ...made(suffix) };
  });
};

const draftsOf = (
  whole: Expr,
  record: string | undefined,
  ways: readonly (readonly Around[])[],
  made: (expr: Expr, suffix: string) => Pick<Mutant, 'rule' | 'records'>,
): readonly Draft[] =>
  placesIn(whole).flatMap((place) =>
    expressionMutators
      .flatMap((mutator) => mutator(place))
      .map((edit) => {
        const to = place.replaced(edit.by);
        const reason = equivalenceOnEach(place, edit, ways);
        return {
          kind: edit.kind,
          before: edit.before,
          after: edit.after,
          within: abridged(surroundings(place)),
          ...(record !== undefined && { record }),
          changed: { from: whole, to },
          ofClock: isOfClock(place.expr) || (edit.kind === 'guard' && isHours(place.expr)),
          ...(reason !== undefined && { equivalent: reason }),
          made: (suffix: string) => made(to, suffix),
        };
      }),
  );

/** Whether nothing but the time is asked for. */
const isOfClock = (expr: Expr): boolean => tellsTime(expr) && selectors(expr).length === 0;
const isHours = (expr: Expr): boolean => expr.type === 'binary' && isOfClock(expr.right);

/** What a reader must see to know which place is meant: what encloses it, where that is not a chain of conditions. */
export const surroundings = ({ expr, around }: Place): Expr => {
  const parent = around.at(-1)?.expr;
  return (expr.type === 'selector' || expr.type === 'range') && parent && parent.type !== 'binary'
    ? surroundings({ expr: parent, around: around.slice(0, -1), replaced: (by) => by })
    : expr;
};

const ruleDrafts = (rule: AlertRule, interval: number): readonly Draft[] =>
  ruleEdits(rule).map(({ rule: changed, ...edit }) => {
    const reason = sameEvaluations(rule, changed, interval);
    return {
      ...edit,
      ofClock: false,
      ...(reason !== undefined && { equivalent: reason }),
      made: () => ({ rule: changed, records: [] }),
    };
  });
