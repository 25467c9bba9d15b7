import { parseArgs } from 'node:util';
import { nearest } from '#ground/nearest.js';

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

/** It cannot be run as it was asked: the message is all that somebody needs to read. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

const known = {
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
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const faults = tokens.flatMap((token) => (token.kind === 'option' ? optionFaults(token) : []));
  const texts = (value: unknown): readonly string[] =>
    [value ?? []].flat().filter((each) => typeof each === 'string');
  const outputs = texts(values.format).flatMap((text) => text.split(',').map(outputOf));
  const onOutput = outputs.filter((output) => typeof output !== 'string' && output.file === undefined);
  faults.push(...outputs.filter((output) => typeof output === 'string'));
  if (onOutput.length > 1)
    faults.push(
      '--format: one form can go to standard output; write the others to files, e.g. junit=proofs.xml',
    );
  if (faults.length > 0) throw new UsageError(faults);
  return {
    help: values.help === true,
    alerts: positionals,
    applications: texts(values.application),
    promtools: texts(values.promtool),
    fresh: values.fresh === true,
    outputs: outputs.filter((output) => typeof output !== 'string'),
  };
};

const optionFaults = ({
  name,
  rawName,
  value,
}: {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}): readonly string[] => {
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

const outputOf = (text: string): Output | string => {
  const [name = '', ...rest] = text.split('=');
  const file = rest.join('=');
  const format = formatNames.find((each) => each === name);
  if (format === undefined) {
    const meant = nearest(name, formatNames);
    return `--format ${name}: there is no such form${meant === undefined ? '' : `; ${meant} is meant?`} There are ${formatNames.join(', ')}.`;
  }
  if (rest.length > 0 && file === '') return `--format ${text}: the name of a file is missing after =`;
  return { format, ...(file !== '' && { file }) };
};
