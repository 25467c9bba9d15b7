import type { Fault } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import type { Shape } from '#ground/shape.js';
import { byName, listOf, text } from '#ground/shape.js';
import { re2Fault } from '#promql/metric/re2.js';
import { isLabelName } from '#promql/metric/spelling.js';

/**
 * Which series are meant: by a pattern of their metric's names, `'go_.*'`, or by patterns of labels of which all must match,
 * `{ __name__: 'apiserver_.*', verb: 'WATCH' }`. Patterns are RE2's, and match from beginning to end.
 */
export type SeriesPattern = string | Readonly<Record<string, string>>;

/** What of all that is scraped and recorded is written: of what is kept, all that is not dropped. */
export interface Written {
  /** Patterns of names of metrics; all where there are none. */
  readonly keep: readonly string[];
  readonly drop: readonly SeriesPattern[];
}

/** The labels by which a pattern knows series, each with its pattern, in the order of their names. */
export const labelsOf = (pattern: SeriesPattern): readonly (readonly [label: string, regex: string])[] =>
  typeof pattern === 'string'
    ? [['__name__', pattern]]
    : Object.entries(pattern).toSorted(([a], [b]) => (a < b ? -1 : 1));

const pattern: Shape = (where, value) => (isObject(value) ? byName(text)(where, value) : text(where, value));
export const keepShape = listOf(text);
export const dropShape = listOf(pattern);

const bad = (where: string, what: string, why: string, cure: string): Fault => ({
  where,
  what,
  code: 'bad-write-relabeling',
  why,
  cure,
});

/** What is wrong with patterns: what RE2 does not know, names that no label has, and what would drop everything. */
export const writtenFaults = ({ keep, drop }: Written): readonly Fault[] =>
  [
    ...keep.map((each, i) => [`keep[${i}]`, each] as const),
    ...drop.map((each, i) => [`drop[${i}]`, each] as const),
  ].flatMap(([where, each]) => {
    const labels = labelsOf(each);
    if (labels.length === 0)
      return [
        bad(where, '{}', 'it names no label, so it would mean all series', 'say which: { __name__: … }'),
      ];
    return labels.flatMap(([label, regex]) => {
      const at = typeof each === 'string' ? where : `${where}.${label}`;
      const fault = re2Fault(regex);
      return [
        ...(isLabelName(label)
          ? []
          : [bad(at, label, `'${label}' is no name of a label`, 'name one that series have')]),
        ...(fault === undefined
          ? []
          : [bad(at, regex, `'${regex}' is not a regular expression of Prometheus: ${fault}`, '')]),
      ];
    });
  });
