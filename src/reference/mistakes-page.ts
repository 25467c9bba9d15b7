import { readFileSync } from 'node:fs';
import { kinds, themes } from '#ground/codes/codes.js';
import type { Kinds } from '#ground/codes/kind.js';

/** Where the page of mistakes stands. */
export const mistakesPath = 'docs/mistakes.md';

const ticked = (code: string): string => `\`${code}\``;

/** A table whose columns are as wide as their longest cell, as Prettier has it. */
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = heads.map((_, i) => Math.max(...[heads, ...rows].map((each) => each[i]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${widths.map((width, i) => (cells[i] ?? '').padEnd(width, fill)).join(' | ')} |`;
  return [
    line(heads),
    line(
      heads.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row)),
  ].join('\n');
};

const numbers: readonly number[] = [...new Set([...kinds.values()].flatMap(({ mistakes }) => mistakes))].sort(
  (a, b) => a - b,
);

/** The codes of the faults by which a mistake is refused. */
const codesOf = (number: number): readonly string[] =>
  [...kinds].flatMap(([code, { mistakes }]) => (mistakes.includes(number) ? [code] : []));

const byTheme = Object.entries<Kinds>(themes).map(
  ([theme, its]) =>
    `### ${theme}\n\n${table(
      ['code', 'mistake', 'numbers'],
      Object.entries(its).map(([code, { is, mistakes }]) => [ticked(code), is, mistakes.join(', ')]),
    )}\n`,
);

const section = `## Codes

Each fault ends in the code of its kind. \`npx cheomseong explain CODE\` tells why it is one, with an example and what is meant.

${table(
  ['number', 'codes'],
  numbers.map((each) => [String(each), codesOf(each).map(ticked).join(', ')]),
)}

${byTheme.join('\n')}`;

/** The page with its codes as they are now. What its numbers are and how each is refused is written by hand, and stays. */
export const mistakesPage = (page: string): string => {
  const [byHand = ''] = page.split(/^## Codes$/m);
  return `${byHand.trimEnd()}\n\n${section}`;
};

export const currentMistakesPage = (): string => mistakesPage(readFileSync(mistakesPath, 'utf8'));
