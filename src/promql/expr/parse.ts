import { type Reason, Refusal, distinctReasons, reasons } from '#ground/fault.js';
import { type Tree } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { type Expr, number } from './ast.js';
import { readExpr } from './read.js';
import { type Lookup, excerpt, operandsOf, place, source } from './source.js';
import { bareLabels, unknownFunction, unknownFunctions } from './unknown-function.js';
import { type Outside, masked } from './window-text.js';

export type { Lookup } from './source.js';

/** Faults of a PromQL text, each with its place and the offending part. */
export class PromqlError extends Refusal {
  constructor(
    readonly text: string,
    told: readonly Reason[],
  ) {
    const found = distinctReasons(told);
    super(
      `${found.map(({ why }) => why).join('\n')}\n  in: ${text}`,
      found.map((reason) => ({ where: '', what: text, ...reason, cure: '' })),
    );
  }
}

/**
 * The tree of a PromQL text, by the grammar of Prometheus's own editor.
 *
 * @throws PromqlError with all faults: syntax, names that `lookup` does not know, and the few constructs that the tree has
 * no place for: what Prometheus reads only with a flag, which nothing that is written can set.
 */
export const parse = (text: string, lookup: Lookup): Expr => {
  const tree = parser.parse(masked(text));
  const [top] = operandsOf(tree.topNode);
  const faults = [...(top ? syntaxFaults(tree, text) : reasons('promql-syntax', ['there is no expression']))];
  const expr = top && faults.length === 0 ? readExpr(top, source(text, lookup, faults)) : number(NaN);
  if (faults.length > 0) throw new PromqlError(text, faults);
  return expr;
};

/** `by service` is to be `by (service)`. */
const enclosedText =
  (whole: string) =>
  ({ text, index }: Outside): string => {
    const [word = '', ...labels] = text.split(/\s+/);
    return `${place(whole, index)}, labels stand in parentheses; write ${word} (${labels.join(' ')})`;
  };

const syntaxFaults = (tree: Tree, text: string): readonly Reason[] => {
  const faults = new Map<number, string>();
  tree.iterate({
    enter: ({ type, from }) => {
      if (!type.isError) return;
      const rest = text.slice(from).trimStart();
      const at = text.length - rest.length;
      faults.set(at, `${place(text, at)}, ${rest === '' ? 'the end' : `'${excerpt(rest)}'`}: syntax error`);
    },
  });
  const bare = faults.size > 0 ? bareLabels(text) : [];
  if (bare.length > 0) return reasons('promql-syntax', bare.map(enclosedText(text)));
  const unknown = unknownFunctions(text);
  return unknown.length === 0
    ? reasons('promql-syntax', [...faults.values()])
    : unknown.map(({ text: name, index }) => ({
        code: 'no-such-function' as const,
        why: `${place(text, index)}, ${unknownFunction(name)}`,
      }));
};
