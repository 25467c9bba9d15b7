import type { Behaviour } from '#alerts/scenario/behaviour.js';
import type { Selector } from '#promql/expr/ast.js';
import { isPlaceholder } from './place.js';
import type { Track } from './track.js';
import { saysHowItEnded } from './words.js';

/** Labels that no proof needs to name alike: which of several is meant does not matter, only that it is one. */
const anyOf = (label: string, value: string, selectors: readonly Selector[]): boolean =>
  isPlaceholder(value) ||
  (!saysHowItEnded(label) &&
    !selectors.some(({ matchers }) => matchers.some((each) => each.label === label)));

/**
 * The series of which a proof's series tells: those that agree with its labels. What a proof calls `this-pod` is the first pod, its other one the
 * next; a name that no series has and that somebody asks for is of none of them. Of any such series where it is asked how all usually are.
 */
export const matched = (
  { labels }: Behaviour,
  tracks: readonly Track[],
  selectors: readonly Selector[],
  asked: 'those meant' | 'any such' = 'those meant',
): readonly Track[] =>
  Object.entries(labels).reduce<readonly Track[]>((left, [label, value]) => {
    if (label === 'le') return left;
    const values = [...new Set(left.flatMap((each) => each.labels[label] ?? []))];
    if (values.length === 0) return left;
    if (values.includes(value)) return left.filter((each) => each.labels[label] === value);
    if (!anyOf(label, value, selectors)) return [];
    if (asked === 'any such') return left;
    const place = /^other-|1$/.test(value) ? 1 : 0;
    const meant = values[place % values.length];
    return left.filter((each) => each.labels[label] === meant);
  }, tracks);
