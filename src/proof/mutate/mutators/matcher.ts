import type { LabelMatcher } from '#promql/metric/match.js';
import { re2Fault } from '#promql/metric/re2.js';
import { type Edit, type Mutator, none } from './edit.js';

const text = ({ label, operator, value }: LabelMatcher): string => label + operator + JSON.stringify(value);

/** Series of which one thing less is asked. */
export const matcher: Mutator = ({ expr }) =>
  expr.type !== 'selector'
    ? []
    : expr.matchers.map((each) => ({
        kind: 'matcher',
        before: text(each),
        after: none,
        by: { ...expr, matchers: expr.matchers.filter((other) => other !== each) },
      }));

/** A pattern without one of its alternatives. */
export const alternative: Mutator = ({ expr }) => {
  if (expr.type !== 'selector') return [];
  return expr.matchers.flatMap((each): readonly Edit[] => {
    if (!each.operator.endsWith('~')) return [];
    return alternatives(each.value)
      .filter(({ without }) => re2Fault(without) === undefined)
      .map(({ alternative: before, without }) => ({
        kind: 'alternative',
        before: `${each.label}${each.operator}"…${before}…"`,
        after: none,
        by: {
          ...expr,
          matchers: expr.matchers.map((other) => (other === each ? { ...each, value: without } : other)),
        },
      }));
  });
};

interface Alternative {
  readonly alternative: string;
  readonly without: string;
}

/** Each alternative of a pattern, also those inside its groups, and the pattern without it. */
export const alternatives = (pattern: string): readonly Alternative[] => {
  const found: Alternative[] = [];
  const open: { start: number; bars: number[] }[] = [{ start: 0, bars: [] }];
  const close = (end: number): void => {
    const { start, bars } = open.pop() ?? { start: 0, bars: [] };
    if (bars.length === 0) return;
    const edges = [start - 1, ...bars, end];
    edges.slice(0, -1).forEach((from, i) => {
      const to = edges[i + 1] ?? end;
      // With the bar after it, or for the last one with that before it.
      const [cutFrom, cutTo] = to === end ? [from, end] : [from + 1, to + 1];
      found.push({
        alternative: pattern.slice(from + 1, to),
        without: pattern.slice(0, cutFrom) + pattern.slice(cutTo),
      });
    });
  };
  for (let i = 0; i < pattern.length; i += 1) {
    const char = pattern[i];
    if (char === '\\') i += 1;
    else if (char === '[') i = classEnd(pattern, i);
    else if (char === '(') open.push({ start: pattern.startsWith('?:', i + 1) ? i + 3 : i + 1, bars: [] });
    else if (char === '|') open.at(-1)?.bars.push(i);
    else if (char === ')') close(i);
  }
  close(pattern.length);
  return found;
};

/** Where a class of characters ends: a `]` right after its beginning is one of them. */
const classEnd = (pattern: string, start: number): number => {
  const first = pattern[start + 1] === '^' ? start + 2 : start + 1;
  for (let i = first + 1; i < pattern.length; i += 1) {
    if (pattern[i] === '\\') i += 1;
    else if (pattern[i] === ']') return i;
  }
  return pattern.length;
};
