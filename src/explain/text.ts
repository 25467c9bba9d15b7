import { themes } from '#ground/codes/codes.js';
import { given } from '#ground/codes/given.js';
import type { Kind, Kinds } from '#ground/codes/kind.js';
import { indented } from '#ground/indented.js';

/** Sets a heading off, where there is colour. */
const bold = (text: string, colour: boolean): string => (colour ? `\u001b[1m${text}\u001b[0m` : text);

/** The declarations that examples stand on, each under its name. */
const declarations: readonly (readonly [name: string, text: string])[] = given
  .split(/^(?=const )/m)
  .map((text) => [/^const (\w+)/.exec(text)?.[1] ?? '', text.trimEnd()]);

const names = (text: string): ReadonlySet<string> => new Set(text.match(/(?<![.\w'])[a-zA-Z]\w*/g));

/** The declarations that a text reads, with those that these read, in the order in which they stand. */
const readBy = (text: string): readonly string[] => {
  const wanted = declarations.toReversed().reduce<readonly string[]>((found, [name, declared]) => {
    const isRead = [text, ...found].some((each) => names(each).has(name));
    return isRead ? [declared, ...found] : found;
  }, []);
  return wanted;
};

/** All that is to be said of a code, as a person reads it. */
export const kindText = (code: string, kind: Kind, colour: boolean): string => {
  const { is, why, wrong, right, mistakes } = kind;
  const behind = readBy(`${wrong}\n${right}`);
  const part = (heading: string, text: string): readonly string[] => [
    '',
    bold(heading, colour),
    ...indented(text, '  '),
  ];
  return [
    `${bold(code, colour)}: ${is}.`,
    '',
    why,
    ...part('Wrong', wrong),
    ...part('Right', right),
    ...(behind.length === 0 ? [] : part('Where', behind.join('\n'))),
    ...(mistakes.length === 0
      ? []
      : [
          '',
          `${mistakes.length === 1 ? 'Mistake' : 'Mistakes'} ${mistakes.join(', ')} of docs/mistakes.md.`,
        ]),
    '',
  ].join('\n');
};

/** Every code by theme, each with its sentence. */
export const listText = (colour: boolean): string =>
  [
    ...Object.entries<Kinds>(themes).flatMap(([theme, kinds]) => [
      bold(theme, colour),
      ...Object.entries(kinds).map(([code, { is }]) => `  ${code.padEnd(26)} ${is}`),
      '',
    ]),
    'cheomseong explain CODE tells more of each.',
    '',
  ].join('\n');
