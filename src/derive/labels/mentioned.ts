import { type Expr, walk } from '#promql/expr/ast.js';

const textsOf = (args: readonly Expr[]): readonly string[] =>
  args.flatMap((arg) => (arg.type === 'string' && arg.value !== '' ? [arg.value] : []));

const here = (expr: Expr): readonly string[] => {
  switch (expr.type) {
    case 'selector':
      return expr.matchers.map(({ label }) => label);
    case 'aggregation':
      return expr.grouping?.labels ?? [];
    case 'binary':
      return [...(expr.matching?.labels ?? []), ...(expr.matching?.group?.include ?? [])];
    case 'call':
      if (expr.function === 'label_replace') return textsOf(expr.args.slice(3, 4));
      return expr.function === 'label_join' ? textsOf(expr.args.slice(3)) : [];
    default:
      return [];
  }
};

/** Labels that functions make, and that no selector asks for and no function reads. */
const made = (expr: Expr): readonly string[] => {
  const all = [...walk(expr)];
  const asked = new Set(
    all.flatMap((each) => (each.type === 'selector' || each.type === 'call' ? here(each) : [])),
  );
  return all
    .flatMap((each) =>
      each.type === 'call' && /^label_(replace|join)$/.test(each.function)
        ? textsOf(each.args.slice(1, 2))
        : each.type === 'aggregation' && each.operator === 'count_values' && each.parameter
          ? textsOf([each.parameter])
          : [],
    )
    .filter((label) => !asked.has(label));
};

/** Labels of which an expression speaks, with those that scraping gives to every series. */
export const mentionedLabels = (expr: Expr): readonly string[] => {
  const found = new Set(['instance', 'job', ...[...walk(expr)].flatMap(here)]);
  for (const label of ['__name__', ...made(expr)]) found.delete(label);
  return [...found];
};
