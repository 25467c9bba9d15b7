import { requirements } from './requirements.js';
import type { Search } from './search.js';

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const neededOf = (missing: readonly Search[]): string =>
  list(missing.map(({ name }) => `${name} ${requirements[name].atLeast} or newer`));

const isBrowser = (missing: readonly Search[]): boolean => missing.every(({ name }) => name === 'chromium');

/** What those that are missing are for. */
const purpose = (missing: readonly Search[]): string => (isBrowser(missing) ? 'Pictures' : 'The proofs');

/** By what they are installed. */
const installing = (missing: readonly Search[]): readonly string[] => {
  if (isBrowser(missing))
    return [
      'on Debian 12 and later by',
      '`apt-get install chromium-headless-shell fonts-nanum`, on Ubuntu by `snap install chromium`, elsewhere from https://www.google.com/chrome/;',
      'or name one by CHROMIUM=path.',
    ];
  const packages = missing.flatMap(({ name }) => requirements[name].packages.at(-1) ?? []);
  return [
    'on Debian 12, Ubuntu 24.04 and later by',
    `\`apt-get install ${[...new Set(packages)].join(' ')}\`, elsewhere from https://prometheus.io/download/.`,
  ];
};

/**
 * What was looked for, what was found and why it will not do, why it could not be fetched, and what to install.
 * `failure` is what came of fetching; nothing when the archive answered and what it has is among the refused.
 */
export const refusal = (missing: readonly Search[], failure: string | undefined): string => {
  const absent = missing.filter(({ refused }) => refused.length === 0).map(({ name }) => name);
  const found = [
    ...(absent.length > 0 ? [`there is ${list(absent.map((name) => `no ${name}`))} on PATH`] : []),
    ...missing.flatMap(({ refused }) => refused),
  ];
  const releases = missing.map(({ name }) => `${requirements[name].project} ${requirements[name].atLeast}`);
  return [
    `${purpose(missing)} need ${neededOf(missing)}, but ${list(found)}.`,
    failure === undefined
      ? `The distribution's archive has nothing that will do.`
      : `They could not be fetched from the distribution's archive either: ${failure}.`,
    `Install ${list([...new Set(releases)])}, or newer, so that the programs are on PATH: ${installing(missing).join('\n')}`,
  ].join('\n');
};

/** The same of programs that somebody chose: nothing else is taken in their place. */
export const chosenRefusal = (unfit: readonly Search[]): string =>
  [
    `${purpose(unfit)} need ${neededOf(unfit)}, but of what was chosen ${list(unfit.flatMap(({ refused }) => refused))}.`,
    `Choose another by ${list(unfit.map(({ name }) => `${name.toUpperCase()}=path`))}, or none: then PATH is searched.`,
  ].join('\n');
