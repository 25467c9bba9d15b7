import { nearest } from '#ground/nearest.js';
import { UsageError, spelled } from '#ground/usage.js';

/** The forms in which verdicts are told. */
export const formatNames = ['table', 'json', 'junit', 'github', 'gitlab', 'sarif'] as const;
export type FormatName = (typeof formatNames)[number];

/** A form, and the file that it is written to; standard output without. */
export interface Output {
  readonly format: FormatName;
  readonly file?: string;
}

/** What `cheomseong prove` was asked for. */
export interface Options {
  readonly help: boolean;
  /** Names of alerts; none means all. */
  readonly alerts: readonly string[];
  /** Names of applications; none means all. */
  readonly applications: readonly string[];
  /** Promtools, by file or by name on PATH; none means the one in use. */
  readonly promtools: readonly string[];
  readonly fresh: boolean;
  readonly outputs: readonly Output[];
}

/** The options that there are. */
export const known = {
  application: { type: 'string', multiple: true, short: 'a' },
  promtool: { type: 'string', multiple: true },
  format: { type: 'string', multiple: true, short: 'f' },
  fresh: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the words after `cheomseong prove`.
 *
 * @throws UsageError on an option or a format that there is not, with the nearest that there is.
 */
export const readOptions = (args: readonly string[]): Options => {
  const { words, isGiven, texts, faults: misspelt } = spelled(args, known);
  const outputs = texts('format').flatMap((text) => text.split(',').map(outputOf));
  const onOutput = outputs.filter((output) => typeof output !== 'string' && output.file === undefined);
  const faults = [
    ...misspelt,
    ...outputs.filter((output) => typeof output === 'string'),
    ...(onOutput.length > 1
      ? ['--format: one form can go to standard output; write the others to files, e.g. junit=proofs.xml']
      : []),
  ];
  if (faults.length > 0) throw new UsageError(faults);
  return {
    help: isGiven('help'),
    alerts: words,
    applications: texts('application'),
    promtools: texts('promtool'),
    fresh: isGiven('fresh'),
    outputs: outputs.filter((output) => typeof output !== 'string'),
  };
};

/** An output as it is asked for, `junit=proofs.xml`; what is wrong with it, where something is. */
export const outputOf = (text: string): Output | string => {
  const [name = '', ...rest] = text.split('=');
  const file = rest.join('=');
  const format = formatNames.find((each) => each === name);
  if (format === undefined) {
    const meant = nearest(name, formatNames);
    return `--format ${name}: there is no such form${meant === undefined ? '.' : `; ${meant} is meant?`} There are ${formatNames.join(', ')}.`;
  }
  if (rest.length > 0 && file === '') return `--format ${text}: the name of a file is missing after =`;
  return { format, ...(file !== '' && { file }) };
};
