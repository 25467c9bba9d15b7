import type { Expr } from '#promql/expr/ast.js';
import { selectors } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import type { Place, WrittenAlert } from '#rules/rule.js';

interface Token {
  readonly text: string;
  readonly index: number;
}

const token = /#[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[\w.:]+|[=!<>]=|=~|!~|\S/g;

/** The words of a PromQL text, without comments and what only groups; quotes are all alike. */
const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(token)]
    .map(({ 0: found, index }) => ({ text: found.replace(/^['`]|['`]$/g, '"'), index }))
    .filter(({ text: found }) => !found.startsWith('#') && found !== '(' && found !== ')');

/** Where a part of an expression begins in its text, as it is read back; nothing where it is written in another way. */
const indexOf = (text: string, part: string): number | undefined => {
  const [all, wanted] = [tokensOf(text), tokensOf(part)];
  const at = all.findIndex((_, i) => wanted.every((each, j) => all[i + j]?.text === each.text));
  return wanted.length === 0 ? undefined : all[at]?.index;
};

/** The line of a part of an alert's expression; the first of the expression where it cannot be told. */
export const placeOfPart = ({ expr, exprPlace }: WrittenAlert, part: Expr | undefined): Place => {
  if (part === undefined) return exprPlace;
  const [first] = selectors(part);
  const index = indexOf(expr, inline(part)) ?? (first && indexOf(expr, first.metric.name)) ?? 0;
  return { ...exprPlace, line: exprPlace.line + expr.slice(0, index).split('\n').length - 1 };
};
