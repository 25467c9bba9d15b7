import { requirements } from './requirements.js';
import type { Search } from './search.js';

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const neededOf = (missing: readonly Search[]): string =>
  list(missing.map(({ name }) => `${name} ${requirements[name].atLeast} or newer`));

/** Those that are missing by what they are for, each with its own cure: a browser is no program of the Prometheus project. */
const kindsOf = (missing: readonly Search[]): readonly (readonly Search[])[] =>
  [missing.filter((each) => !isBrowser(each)), missing.filter(isBrowser)].filter(({ length }) => length > 0);

const isBrowser = ({ name }: Search): boolean => name === 'chromium';

const purpose = (kind: readonly Search[]): string => (kind.every(isBrowser) ? 'Pictures' : 'The proofs');

/** By what those of a kind are installed. */
const installing = (kind: readonly Search[]): readonly string[] => {
  if (kind.every(isBrowser))
    return [
      'on Debian 12 and later by',
      '`apt-get install chromium-headless-shell fonts-nanum`, on Ubuntu by `snap install chromium`, elsewhere from https://www.google.com/chrome/;',
      'or name one by CHROMIUM=path.',
    ];
  const packages = kind.flatMap(({ name }) => requirements[name].packages.at(-1) ?? []);
  return [
    'on Debian 12, Ubuntu 24.04 and later by',
    `\`apt-get install ${[...new Set(packages)].join(' ')}\`, elsewhere from https://prometheus.io/download/.`,
  ];
};

/** What came of looking for those of a kind. */
const lookedFor = (kind: readonly Search[]): string => {
  const absent = kind.filter(({ refused }) => refused.length === 0).map(({ name }) => name);
  const found = [
    ...(absent.length > 0 ? [`there is ${list(absent.map((name) => `no ${name}`))} on PATH`] : []),
    ...kind.flatMap(({ refused }) => refused),
  ];
  return `${purpose(kind)} need ${neededOf(kind)}, but ${list(found)}.`;
};

const cure = (kind: readonly Search[]): string => {
  const releases = kind.map(({ name }) => `${requirements[name].project} ${requirements[name].atLeast}`);
  return `Install ${list([...new Set(releases)])}, or newer, so that the programs are on PATH: ${installing(kind).join('\n')}`;
};

/**
 * What was looked for, what was found and why it will not do, why it could not be fetched, and what to install.
 * `failure` is what came of fetching; nothing when the archive answered and what it has is among the refused.
 */
export const refusal = (missing: readonly Search[], failure: string | undefined): string =>
  [
    ...kindsOf(missing).map(lookedFor),
    failure === undefined
      ? `The distribution's archive has nothing that will do.`
      : `They could not be fetched from the distribution's archive either: ${failure}.`,
    ...kindsOf(missing).map(cure),
  ].join('\n');

/** The same of programs that somebody chose: nothing else is taken in their place. */
export const chosenRefusal = (unfit: readonly Search[]): string =>
  [
    ...kindsOf(unfit).map(
      (kind) =>
        `${purpose(kind)} need ${neededOf(kind)}, but of what was chosen ${list(kind.flatMap(({ refused }) => refused))}.`,
    ),
    `Choose another by ${list(unfit.map(({ name }) => `${name.toUpperCase()}=path`))}, or none: then PATH is searched.`,
  ].join('\n');
