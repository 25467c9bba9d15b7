import { type Fault, reasons, refusal, refuse } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { type Expr, call, string } from '#promql/expr/ast.js';
import { offeredLabels } from '#promql/expr/labels.js';
import { isLabelName } from '#promql/metric/spelling.js';
import { re2Source } from '#promql/metric/match.js';
import { re2Fault, replacementFault } from '#promql/metric/re2.js';
import type { Unit } from '#promql/unit/unit.js';
import { Samples, Vector } from './vector.js';

/** Which value is replaced, by what, and under which label. */
export interface Replacement<L extends string, T extends string> {
  /** The label that is made, or made anew. */
  readonly to: T;
  /** Its value, with `$1` for what the pattern's first group matched. */
  readonly replacement: string;
  readonly from: L;
  /** What the whole value of `from` must match; else the series stays as it is. */
  readonly pattern: RegExp;
}

/**
 * The same series with the label `to` made from the label `from`, where `pattern` matches all of it.
 *
 * @throws Error on a pattern that RE2 does not know, on a replacement with a group that the pattern does not have, and on a
 * name that is no label name.
 */
export function labelReplace<L extends string, U extends Unit, const T extends string>(
  vector: Vector<L, U>,
  replacement: Replacement<NoInfer<L>, T>,
): Vector<NoInfer<L | T>, U>;
export function labelReplace<L extends string, U extends Unit, const T extends string>(
  samples: Samples<L, U>,
  replacement: Replacement<NoInfer<L>, T>,
): Samples<NoInfer<L | T>, U>;
export function labelReplace<L extends string, U extends Unit, T extends string>(
  series: Vector<L, U> | Samples<L, U>,
  { to, replacement, from, pattern }: Replacement<L, T>,
): Vector<L | T, U> | Samples<L | T, U> {
  refuse(`labelReplace to ${to}`, sourceFaults(series.expr, [from]));
  if (!(pattern instanceof RegExp))
    throw refusal(`labelReplace to ${to}`, {
      what: String(pattern),
      code: 'wrong-type',
      why: `its pattern ${String(pattern)} is a text`,
      cure: `write /${String(pattern)}/`,
    });
  const regex = re2Source(pattern, `labelReplace to ${to}`);
  const [fault] = [
    ...reasons('bad-label-name', [nameFault(to) ?? []].flat()),
    ...reasons('bad-regex', [re2Fault(regex) ?? []].flat()),
    ...reasons('no-such-group', [replacementFault(replacement, regex) ?? []].flat()),
  ];
  if (fault !== undefined)
    throw refusal(`labelReplace to ${to}: ${String(pattern)}`, { what: '', ...fault, cure: '' });
  return relabelled(
    series,
    to,
    call('label_replace', series.expr, ...[to, replacement, from, regex].map(string)),
  );
}

/** A single series, of which one label says what it is: `label_replace(vector(0), "deployment", "shop", "", "")`. */
export const withLabel = <U extends Unit, const T extends string>(
  { expr, labels, unit }: Vector<never, U>,
  label: T,
  value: string,
): Vector<NoInfer<T>, U> => {
  const [fault] = [
    ...reasons('bad-label-name', [nameFault(label) ?? []].flat()),
    ...reasons('other-labels', labels.length > 0 ? ['its series have labels already'] : []),
  ];
  if (fault !== undefined) throw refusal(`withLabel ${label}`, { what: label, ...fault, cure: '' });
  // `$` would refer to a group of the pattern.
  const made = call('label_replace', expr, ...[label, value.replaceAll('$', '$$$$'), '', ''].map(string));
  return new Vector(made, [label], unit);
};

/** Which values are joined, and to what. */
export interface Joining<L extends string, T extends string> {
  /** The label that is made, or made anew. */
  readonly to: T;
  readonly separator: string;
  readonly from: readonly L[];
}

/**
 * The same series with the label `to` made of the values of several labels, with a separator between them.
 *
 * @throws Error on a name that is no label name.
 */
export function labelJoin<L extends string, U extends Unit, const T extends string>(
  vector: Vector<L, U>,
  joining: Joining<NoInfer<L>, T>,
): Vector<NoInfer<L | T>, U>;
export function labelJoin<L extends string, U extends Unit, const T extends string>(
  samples: Samples<L, U>,
  joining: Joining<NoInfer<L>, T>,
): Samples<NoInfer<L | T>, U>;
export function labelJoin<L extends string, U extends Unit, T extends string>(
  series: Vector<L, U> | Samples<L, U>,
  { to, separator, from }: Joining<L, T>,
): Vector<L | T, U> | Samples<L | T, U> {
  refuse(`labelJoin to ${to}`, sourceFaults(series.expr, from));
  const fault = nameFault(to);
  if (fault !== undefined)
    throw refusal(`labelJoin to ${to}`, { what: '', code: 'bad-label-name', why: fault, cure: '' });
  return relabelled(series, to, call('label_join', series.expr, ...[to, separator, ...from].map(string)));
}

/** Labels that are read and that the series do not have, where types were put aside. */
const sourceFaults = (expr: Expr, from: readonly string[]): readonly Fault[] => {
  const offered = [...offeredLabels(expr)];
  return from
    .filter((label) => !offered.includes(label))
    .map((label) => ({
      where: '',
      what: label,
      code: 'no-such-label',
      why: `there is no label ${label}`,
      cure: instead(label, offered),
    }));
};

const nameFault = (name: string): string | undefined =>
  isLabelName(name)
    ? undefined
    : `'${name}' is not a label name; use letters, digits and _, and dots as OpenTelemetry does`;

const relabelled = <L extends string, U extends Unit, T extends string>(
  series: Vector<L, U> | Samples<L, U>,
  to: T,
  expr: Expr,
): Vector<L | T, U> | Samples<L | T, U> =>
  series instanceof Vector
    ? new Vector<L | T, U>(expr, [...new Set<L | T>([...series.labels, to])], series.unit)
    : new Samples<L | T, U>(expr, series.unit);
