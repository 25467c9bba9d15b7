import type { Language } from '#ground/language.js';
import { UsageError } from '#ground/usage.js';

/**
 * The language that was asked for, else that of this machine.
 *
 * @throws UsageError on one that there is not.
 */
export const languageOf = (given: string | undefined, environment: string): Language => {
  if (given === 'ko' || given === 'en') return given;
  if (given !== undefined) throw new UsageError([`--language ${given}: there are ko and en`]);
  return /^ko(_|\.|-|$)/.test(environment) ? 'ko' : 'en';
};

/** The language of this machine, by the first of the variables that says something, as POSIX has them. */
export const spokenHere = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string =>
  [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '') ?? '';
