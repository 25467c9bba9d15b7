import { rememberedForAWhile } from '#ground/remembered.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { Window } from '#promql/unit/window.js';
import type { Unit } from '#promql/unit/unit.js';
import type { When } from './when.js';

/** A PromQL expression as a tree; parentheses are not in it, they follow from it. */
export type Expr =
  NumberLiteral | StringLiteral | Selector | Range | Subquery | Call | Aggregation | Binary | Negation;

/** A number; its sign is part of it. */
export interface NumberLiteral {
  readonly type: 'number';
  readonly value: number;
}
/** A text, without its quotes and escapes. */
export interface StringLiteral {
  readonly type: 'string';
  readonly value: string;
}
/** Prometheus's types of metrics. */
export const kinds = ['counter', 'gauge', 'histogram', 'summary'] as const;
/** The kinds of metrics. */
export type Kind = (typeof kinds)[number];

/**
 * How Prometheus stores a histogram: as a series for each bucket and one each for sum and count (a classic histogram), or as one series whose
 * samples are histograms, with buckets that grow by a factor (native) or with edges of their own (native with custom buckets, NHCB).
 * https://prometheus.io/docs/specs/native_histograms/
 */
export type Storage = 'classic' | 'native' | 'native with custom buckets';

/** What is known of a metric, apart from which of its series are meant. */
export interface MetricInfo {
  readonly name: string;
  readonly kind: Kind;
  readonly help: string;
  readonly unit: Unit;
  /** Every label a series may carry once it is stored: its own and the target's. */
  readonly labels: readonly string[];
  /** The labels that the application itself sets. */
  readonly ownLabels: readonly string[];
  /** The values of labels that are a closed set. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Upper edges of a histogram's finite buckets, ascending, in its unit. */
  readonly buckets?: readonly number[];
  /** How a histogram is stored, where that is not as a classic one. */
  readonly stored?: Exclude<Storage, 'classic'>;
  /** Least and greatest value that a gauge can take, where that is known. */
  readonly range?: readonly [least: number, greatest: number];
  /** The metric whose `_bucket`, `_sum` or `_count` this is. */
  readonly family?: string;
  /** What a recording rule makes it of. */
  readonly recorded?: Expr;
}
/** Series of one metric; of any, where its name is empty. */
export interface Selector extends When {
  readonly type: 'selector';
  readonly metric: MetricInfo;
  readonly matchers: readonly LabelMatcher[];
}
/** The samples of a selector over a window. */
export interface Range {
  readonly type: 'range';
  readonly selector: Selector;
  readonly window: Window;
}
/** The values of an expression over a window, one each `step`. */
export interface Subquery extends When {
  readonly type: 'subquery';
  readonly expr: Expr;
  readonly window: Window;
  readonly step?: Window;
}
/** A function of PromQL, https://prometheus.io/docs/prometheus/latest/querying/functions/. */
export interface Call {
  readonly type: 'call';
  readonly function: string;
  readonly args: readonly Expr[];
}
/** The labels that an aggregation keeps, or all but these. */
export interface Grouping {
  readonly type: 'by' | 'without';
  readonly labels: readonly string[];
}
/** `sum`, `topk` and the like; `parameter` is what stands before the series. */
export interface Aggregation {
  readonly type: 'aggregation';
  readonly operator: string;
  readonly parameter?: Expr;
  readonly expr: Expr;
  readonly grouping?: Grouping;
}
/** How series of two sides find each other. */
export interface VectorMatching {
  readonly type: 'on' | 'ignoring';
  readonly labels: readonly string[];
  readonly group?: { readonly side: 'left' | 'right'; readonly include: readonly string[] };
}
/** An operator between two sides. */
export interface Binary {
  readonly type: 'binary';
  readonly operator: BinaryOperator;
  readonly bool?: true;
  readonly matching?: VectorMatching;
  readonly left: Expr;
  readonly right: Expr;
}
/** A sign before anything but a number. */
export interface Negation {
  readonly type: 'negation';
  readonly expr: Expr;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^' | 'atan2';
/** How two values are compared. */
export const comparisonOperators = ['==', '!=', '>', '<', '>=', '<='] as const;
/** How two values are compared. */
export type ComparisonOperator = (typeof comparisonOperators)[number];
export type SetOperator = 'and' | 'or' | 'unless';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | SetOperator;

/** Operators from the loosest to the tightest, https://prometheus.io/docs/prometheus/latest/querying/operators/#binary-operator-precedence. */
const tightness: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '>': 3,
  '<': 3,
  '>=': 3,
  '<=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  atan2: 5,
  '^': 6,
};
/** How tightly an operator binds: more than another of a lower number. */
export const binaryTightness = (operator: BinaryOperator): number => tightness[operator];
/** A sign binds as tightly as `*`. */
export const negationTightness = tightness['*'];

/** Whether a text is an operator of PromQL, in small letters. */
export const isBinaryOperator = (text: string): text is BinaryOperator => Object.hasOwn(tightness, text);
/** Whether an operator compares values. */
export const isComparison = (operator: BinaryOperator): operator is ComparisonOperator =>
  tightness[operator] === 3;
/** Whether an operator looks only at which series there are. */
export const isSetOperator = (operator: BinaryOperator): operator is SetOperator => tightness[operator] < 3;

export const number = (value: number): NumberLiteral => ({ type: 'number', value });
export const string = (value: string): StringLiteral => ({ type: 'string', value });
/** The opposite of an expression; a number has its sign in itself. */
export const negated = (expr: Expr): Expr =>
  expr.type === 'number' ? number(-expr.value) : { type: 'negation', expr };
export const call = (name: string, ...args: readonly Expr[]): Call => ({
  type: 'call',
  function: name,
  args,
});

/** The expressions directly inside one. */
export const children = (expr: Expr): readonly Expr[] => {
  switch (expr.type) {
    case 'number':
    case 'string':
    case 'selector':
      return [];
    case 'range':
      return [expr.selector];
    case 'subquery':
    case 'negation':
      return [expr.expr];
    case 'call':
      return expr.args;
    case 'aggregation':
      return expr.parameter ? [expr.parameter, expr.expr] : [expr.expr];
    case 'binary':
      return [expr.left, expr.right];
  }
};

const gather = (expr: Expr, all: Expr[]): readonly Expr[] => {
  all.push(expr);
  for (const child of children(expr)) gather(child, all);
  return all;
};

/** An expression and all inside it, from the outside in. */
export const walk: (expr: Expr) => readonly Expr[] = rememberedForAWhile((expr) => gather(expr, []));

/** Every selector in an expression, in the order of reading. */
export const selectors: (expr: Expr) => readonly Selector[] = rememberedForAWhile((expr) =>
  walk(expr).flatMap((each) => (each.type === 'selector' ? [each] : [])),
);
