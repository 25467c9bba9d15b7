import { kinds } from '#ground/codes/codes.js';
import { nearest } from '#ground/nearest.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError, readWords } from '#ground/usage.js';
import { kindText, listText } from './text.js';

export const explainHelp = `Says more of a fault by its code, which stands in brackets at the end of its line: why it is one, an example, and what is meant.

  cheomseong explain CODE
  cheomseong explain             all codes, each with a sentence

Options
      --json             the same for programs
  -h, --help             this text

Exit codes
  0  told      2  there is no such code

Example
  npx cheomseong explain window-too-short
`;

const options = { json: { type: 'boolean' } } as const;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const strange = (code: string): UsageError => {
  if (/^own(:|$)/.test(code))
    return new UsageError([`${code} is of a law of the estate's own: look for it where main.ts has it`]);
  const meant = nearest(code, [...kinds.keys()]);
  return new UsageError([
    `there is no code ${code}; ${meant === undefined ? 'cheomseong explain lists all of them' : `write ${meant}`}`,
  ]);
};

/**
 * `cheomseong explain`.
 *
 * @throws UsageError on a code that there is not, with the nearest.
 */
export const explainCommand = (args: readonly string[], { out, colour }: Surface): ExitCode => {
  const { words, isGiven } = readWords(args, options, 1);
  // as it is copied from the end of a line
  const code = words[0]?.replace(/^\[|\]$/g, '');
  if (code === undefined) {
    const all = [...kinds].map(([each, { is, mistakes }]) => ({ code: each, is, mistakes }));
    out.write(isGiven('json') ? json(all) : listText(colour));
    return exitCodes.well;
  }
  const kind = kinds.get(code);
  if (kind === undefined) throw strange(code);
  out.write(isGiven('json') ? json({ code, ...kind }) : kindText(code, kind, colour));
  return exitCodes.well;
};
