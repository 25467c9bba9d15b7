import { existsSync, readFileSync } from 'node:fs';
import type { Fault } from '#ground/fault.js';
import { forms } from '#laws/secret.js';
import { type ReadSource, withoutConsequences } from './consequences.js';
import { applicationOf } from './refusal.js';

/** What the compiler refuses, where: `{ place: 'apps/shop/alerts.ts:7:3', text: 'TS2322: Type …' }`. */
export interface TypeFault {
  readonly place: string;
  readonly text: string;
}

const notShown = '(not shown)';

/** The compiler quotes what it refuses. A secret is not repeated where it may end up in a log. */
const told = ({ place, text }: TypeFault): Fault => {
  const given = forms.filter(([, pattern]) => pattern.test(text));
  return {
    where: place,
    what: '',
    code: 'type-error',
    why: given
      .reduce((shown, [, pattern]) => shown.replaceAll(new RegExp(pattern, 'g'), notShown), text)
      .replace(/\.$/, ''),
    cure: given
      .map(
        ([what]) => `${what} would be committed: put it into a Secret and refer to it with secret(name, key)`,
      )
      .join('; '),
  };
};

const fileOf = ({ where }: Fault): string => where.split(':')[0] ?? '';
const lineOf = ({ where }: Fault): string => where.split(':').slice(0, 2).join(':');

/** The word that is refused, which the compiler quotes first: `Type '"critcal"' is not assignable to …`. */
const wordIn = ({ why }: Fault): string => /'"(.+?)"'/.exec(why)?.[1] ?? '';

const isAbout = ({ what, why }: Fault, word: string): boolean =>
  word !== '' &&
  (what === word || [`"${word}"`, `'${word}'`].some((quoted) => `${what} ${why}`.includes(quoted)));

/**
 * Whether what was found comes of what the compiler refuses: in its line, by the word that it quotes, by a value that is not there, as a
 * file that cannot be read.
 */
const comesOf =
  (found: Fault) =>
  (type: Fault): boolean =>
    lineOf(found) === lineOf(type) ||
    (/^(Type|Reference|Syntax)Error: /.test(found.why) && fileOf(found) === fileOf(type)) ||
    (applicationOf(found) === applicationOf(type) &&
      (isAbout(found, wordIn(type)) || (found.what === notShown && type.why.includes(notShown))));

const sourceOf: ReadSource = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** All that is wrong, each cause once, in the words of the compiler where it has some: it knows the place. */
export const oneOfEachCause = (
  types: readonly TypeFault[],
  found: readonly Fault[],
  read: ReadSource = sourceOf,
): readonly Fault[] => {
  const refused = withoutConsequences(types, read).map(told);
  return [...refused, ...found.filter((fault) => !refused.some(comesOf(fault)))];
};
