import type { AnyVector } from '#promql/vector/vector.js';
import { print } from '#promql/expr/print.js';

const block = (language: string, lines: readonly string[]): string =>
  ['```' + language, ...lines, '```'].join('\n');

/** Commands for a runbook, in Markdown, to be copied into a shell. What a person must fill in stands in `filledIn`. */
export const commands = (...lines: readonly string[]): string => block('sh', lines);

/** An expression for a runbook, to be copied into Prometheus. */
export const query = ({ expr }: Pick<AnyVector, 'expr'>): string => block('promql', [print(expr)]);

/**
 * A line in which a person writes what nobody knows before; further lines say `"$POD"`. Quoted, so that a shell which is
 * given it as it is takes it for a name that does not exist, and for nothing worse.
 */
export const filledIn = (variable: string, what: string): string => `${variable}='${what}'`;

/** The same of what the alert says in a label: `DEPLOYMENT='label deployment of the alert'`. */
export const asAlerted = (label: string): string =>
  filledIn(label.toUpperCase(), `label ${label} of the alert`);
