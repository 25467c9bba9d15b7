import { fieldName } from './text.js';

/** A piece of TypeScript that is yet to be laid out. */
export type Code =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'call'; readonly of: Code; readonly args: readonly Code[] }
  | { readonly is: 'member'; readonly of: Code; readonly name: string }
  | { readonly is: 'list'; readonly items: readonly Code[] }
  | { readonly is: 'spread'; readonly of: Code }
  | { readonly is: 'object'; readonly fields: readonly Field[]; readonly isOpen: boolean }
  | { readonly is: 'arrow'; readonly takes: string; readonly gives: Code };

interface Field {
  readonly name: string;
  /** Nothing where the field is called as what it holds: `{ alerts }`. */
  readonly value: Code | undefined;
}

/** Code as it stands: a name, a number, a text in quotes. */
export const verbatim = (text: string): Code => ({ is: 'text', text });

/** `of(…args)`. */
export const called = (of: string | Code, ...args: readonly Code[]): Code => ({
  is: 'call',
  of: typeof of === 'string' ? verbatim(of) : of,
  args,
});

/** `of.name(…args)`. */
export const method = (of: Code, name: string, ...args: readonly Code[]): Code =>
  called({ is: 'member', of, name }, ...args);

/** `[…items]`. */
export const list = (items: readonly Code[]): Code => ({ is: 'list', items });

/** `...of`, in a list: all that it is made of. */
export const spread = (of: Code): Code => ({ is: 'spread', of });

/** `takes => gives`. */
export const arrow = (takes: string, gives: Code): Code => ({ is: 'arrow', takes, gives });

/** Fields by name; those that are undefined are left out, and `true` is one that is called as what it holds. */
export type Fields = Readonly<Record<string, Code | true | undefined>>;

const objectOf = (fields: Fields, isOpen: boolean): Code => ({
  is: 'object',
  isOpen,
  fields: Object.entries(fields).flatMap(([name, value]): readonly Field[] =>
    value === undefined ? [] : [{ name: fieldName(name), value: value === true ? undefined : value }],
  ),
});

/** `{ … }`, on one line where it fits. */
export const object = (fields: Fields): Code => objectOf(fields, false);

/** `{ … }` with each field on a line of its own, however short. */
export const openObject = (fields: Fields): Code => objectOf(fields, true);
