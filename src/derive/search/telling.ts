import { type Expr, walk } from '#promql/expr/ast.js';

/** Labels that tell replicas from each other, what every scraped series has first. */
const candidates = ['instance', 'pod', 'replica'];

/** A label by which series are told apart of which an expression says nothing. */
export const tellingLabel = (expr: Expr): string => {
  const mentioned = new Set(
    [...walk(expr)].flatMap((each) => {
      if (each.type === 'selector') return each.matchers.map(({ label }) => label);
      if (each.type === 'aggregation') return each.grouping?.labels ?? [];
      if (each.type === 'call') return each.args.flatMap((arg) => (arg.type === 'string' ? [arg.value] : []));
      return each.type === 'binary'
        ? [...(each.matching?.labels ?? []), ...(each.matching?.group?.include ?? [])]
        : [];
    }),
  );
  return candidates.find((label) => !mentioned.has(label)) ?? 'replica';
};
