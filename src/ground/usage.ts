import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from './nearest.js';

/** A command cannot be run as it was asked: the message is all that somebody needs to read. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** The options of a command, as `parseArgs` of Node takes them. */
export type Known = NonNullable<ParseArgsConfig['options']>;

interface Token {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

const optionFaults = (known: Known, { name, rawName, value }: Token): readonly string[] => {
  const option = Object.entries(known).find(([each]) => each === name)?.[1];
  if (option === undefined) {
    const meant = nearest(name, Object.keys(known));
    return [
      `${rawName}: there is no such option${meant === undefined ? '; see --help' : `; --${meant} is meant?`}`,
    ];
  }
  if (option.type === 'string' && !value) return [`${rawName} needs a value; see --help`];
  if (option.type === 'boolean' && value !== undefined) return [`${rawName} takes no value`];
  return [];
};

/** The words after a command: its options by name, the rest, and what is wrong with them. At most `most` words may stand beside the options. */
export const spelled = <const K extends Known>(args: readonly string[], known: K, most = Infinity) => {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const texts = (name: keyof K & string): readonly string[] =>
    [values[name] ?? []].flat().filter((each) => typeof each === 'string');
  return {
    words: positionals,
    faults: [
      ...tokens.flatMap((token) => (token.kind === 'option' ? optionFaults(known, token) : [])),
      ...positionals.slice(most).map((word) => `${word}: one word too many; see --help`),
    ],
    isGiven: (name: keyof K & string): boolean => values[name] === true,
    texts,
    text: (name: keyof K & string): string | undefined => texts(name).at(-1),
  };
};

/**
 * The words after a command: its options by name, and the rest.
 *
 * @param most How many words may stand beside the options.
 * @throws UsageError on options that there are not, each with the nearest that there is, and on words too many; on all of them at once.
 */
export const readWords = <const K extends Known>(args: readonly string[], known: K, most = Infinity) => {
  const read = spelled(args, known, most);
  if (read.faults.length > 0) throw new UsageError(read.faults);
  return read;
};
