import { sumOf } from '#bin/standing.mjs';

/** A text that is kept elsewhere and had when it is asked for, so that those of a fleet are not all in memory. */
export interface Kept {
  /** The SHA-256 of its bytes, in hexadecimal digits: by it is known whether it stands already, without having it. */
  readonly sum: string;
  /** Its bytes. */
  readonly size: number;
  readonly text: () => string;
}

/** What a file is to hold. */
export type Text = string | Kept;

/** What is to stand at a path: a folder of these files and no others, text by path below it, or one file. */
export type Content = ReadonlyMap<string, Text> | Text;

/** The text itself. */
export const textOf = (text: Text): string => (typeof text === 'string' ? text : text.text());

/** The texts themselves, by path. */
export const textsIn = (texts: ReadonlyMap<string, Text>): ReadonlyMap<string, string> =>
  new Map([...texts].map(([path, text]) => [path, textOf(text)]));

/** The SHA-256 of its bytes, in hexadecimal digits. */
export const sumOfText = (text: Text): string => (typeof text === 'string' ? sumOf(text) : text.sum);

/** Its bytes. */
export const sizeOf = (text: Text): number =>
  typeof text === 'string' ? Buffer.byteLength(text) : text.size;

/** Whether two texts are one; neither is had for that. */
export const isSameText = (one: Text, another: Text): boolean =>
  one === another ||
  ((typeof one !== 'string' || typeof another !== 'string') && sumOfText(one) === sumOfText(another));

/** Whether it is a single file. */
export const isAlone = (content: Content): content is Text => typeof content === 'string' || 'sum' in content;

/** A single file as a folder has it: its path below is ''. */
export const filesOf = (content: Content): ReadonlyMap<string, Text> =>
  isAlone(content) ? new Map([['', content]]) : content;
