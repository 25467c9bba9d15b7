import type { Block } from '../page.js';

/** What a reader does with a block of a page that is walked. */
export type Step =
  | { readonly does: 'write'; readonly file: string; readonly text: string }
  | { readonly does: 'change'; readonly file: string; readonly from: string; readonly to: string }
  | { readonly does: 'run'; readonly lines: readonly string[] }
  /** What is printed by what was run last. */
  | { readonly does: 'read'; readonly text: string };

/** The lines of a difference that begin with a sign, without it. */
const signed = (code: string, sign: '-' | '+'): string =>
  code
    .split('\n')
    .filter((line) => line.startsWith(sign))
    .map((line) => `${line.slice(1)}\n`)
    .join('');

const named = /^\/\/ (\S+\.ts)\n/;

export const stepOf = ({ language, marker, code }: Block): Step => {
  if (language === 'diff' && marker !== undefined)
    return { does: 'change', file: marker, from: signed(code, '-'), to: signed(code, '+') };
  if (language === 'sh') return { does: 'run', lines: code.trim().split('\n') };
  const [, file = marker] = named.exec(code) ?? [];
  return file === undefined ? { does: 'read', text: code } : { does: 'write', file, text: code };
};

/** What a page shows of what is printed: `…` stands for more, at the end of a line or for lines. */
export const shownBy = (text: string): RegExp =>
  new RegExp(
    `^${text
      .trim()
      .split('…')
      .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
      .join(String.raw`[\s\S]*`)}\\s*$`,
  );
