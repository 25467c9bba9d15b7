import { createHash } from 'node:crypto';

/** A text as TypeScript has it. */
export const text = (value: string): string =>
  `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** Texts as a list that is not changed: `['a', 'b'] as const`. */
export const list = (values: readonly string[]): string => `[${values.map(text).join(', ')}]`;

/** A type of these texts: `'a' | 'b'`; of any where none is known. */
export const union = (values: readonly string[] | undefined): string =>
  values === undefined ? 'string' : values.map(text).join(' | ');

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** A name that code calls something by, of several words: `web_page_views` is `webPageViews`. */
export const camel = (...words: readonly string[]): string => {
  const [first = '', ...others] = words.flatMap((each) => each.split(/[^A-Za-z0-9]+/)).filter((each) => each);
  const name = `${first}${others.map(capital).join('')}`;
  return /^[A-Za-z]/.test(name) ? name : `_${name}`;
};

/** A property of an object, quoted only where it must be. */
export const property = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : text(name));

/** A few letters by which two texts are told apart. */
export const mark = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 8);
