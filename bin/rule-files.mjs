// Whether `prove` was asked for files of rules: then it needs no estate, no types, and nothing installed where it runs.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** The options of `prove` that take a value: what stands there is no file of rules. */
export const valued = {
  ...{ application: 'a', promtool: '', format: 'f', routes: '', 'routes-of': '', host: '', report: '' },
  ...{ 'estate-at-least': '', 'alert-at-least': '', 'scrape-interval': '', 'evaluation-interval': '' },
  ...{ 'coverage-threshold': '', since: '', against: '' },
};

const options = Object.fromEntries(
  Object.entries(valued).map(([name, short]) => [
    name,
    { type: 'string', multiple: true, ...(short !== '' && { short }) },
  ]),
);

const isFile = (word, folder) =>
  word === '-' || /\.(ya?ml|json)$/i.test(word) || existsSync(resolve(folder, word));

/** Whether one of the words after `prove` is a file or a folder, or is named like one, or is standard input: `-`. */
export const namesFiles = (args, folder) =>
  parseArgs({ args, options, allowPositionals: true, strict: false }).positionals.some((word) =>
    isFile(word, folder),
  );
