import { type Fault, refuse } from '#ground/fault.js';
import { keyed } from '#ground/keyed.js';
import {
  type Language,
  type Localized,
  type Spoken,
  completed,
  languages,
  languagesOf,
} from '#ground/language.js';
import type { Page, Place, PlaceCommands, PlaceWords } from './place.js';
import { commandFaults, example, placeShape } from './shape.js';

/** The same with what is said in one language at least. */
type SaidInOne<T> = T extends string
  ? T
  : T extends Localized
    ? Spoken
    : { readonly [K in keyof T]: SaidInOne<T[K]> };

/** What a place of one's own calls things, in one language at least, and by which commands a person looks at it. */
export interface PlaceSpec extends SaidInOne<PlaceWords>, Omit<PlaceCommands, 'page'> {
  /** How to open a page that one serves at a port in a browser: a command, and the address, which it may tell. */
  readonly page: (...asked: Parameters<PlaceCommands['page']>) => SaidInOne<Page>;
}

const words = ['podOrContainer', 'copies', 'ending', 'storage', 'credentials'] as const;
const ofScraping = ['unreachable', 'pointer', 'noTarget', 'moved'] as const;
const ofMachine = ['name', 'reached', 'unused', 'kept'] as const;

/** The languages in which all is said. */
const languagesIn = (spec: PlaceSpec): readonly Language[] =>
  languagesOf(
    ...words.map((word) => spec[word]),
    ...ofScraping.map((word) => spec.scraping[word]),
    ...ofMachine.map((word) => spec.machine[word]),
    spec.page(example, 'web', 8080).address,
  );

const nameFaults = (platform: string): readonly Fault[] => {
  const cure = platform === 'kubernetes' ? 'take onKubernetes' : "take dockerCompose('…')";
  if (platform === 'kubernetes' || platform === 'compose')
    return [
      {
        where: 'platform',
        what: platform,
        code: 'name-twice',
        why: `${platform} has a word of its own`,
        cure,
      },
    ];
  return /^[a-z][a-z0-9-]*$/.test(platform)
    ? []
    : [
        {
          where: 'platform',
          what: platform,
          code: 'bad-name',
          why: `'${platform}' is no name of a platform`,
          cure: 'write lower-case letters, digits and -: nomad',
        },
      ];
};

const tongueless = (spec: PlaceSpec): readonly Fault[] =>
  languagesIn(spec).length > 0
    ? []
    : [
        {
          where: '',
          what: '',
          code: 'not-said-in-language',
          why: 'no language is that of all of its words',
          cure: `say all of them in ${languages.join(' or ')}`,
        },
      ];

/**
 * Where what is watched runs, if that is neither Kubernetes nor Docker Compose: `place('nomad', { … })`, `place('systemd', { … })`. Texts
 * and runbooks of all packs then speak of it in these words: `called('Shop', nomad)`.
 *
 * It says nothing of who scrapes: an application of the estate is monitored from Kubernetes, one that has a `host` from Docker Compose, wherever
 * it runs itself.
 *
 * @param platform what people call it, in lower case.
 * @throws Refusal on a word that is said in no language, on a command that makes no line of a shell, and on what has a word of its own.
 */
export const place = (platform: string, spec: PlaceSpec): Place => {
  refuse(`place ${platform}`, [...nameFaults(platform), ...placeShape('', { ...spec, platform })]);
  refuse(`place ${platform}`, commandFaults(spec));
  refuse(`place ${platform}`, tongueless(spec));
  return {
    ...spec,
    platform,
    languages: languagesIn(spec),
    ...keyed(words, (word) => completed(spec[word])),
    scraping: keyed(ofScraping, (word) => completed(spec.scraping[word])),
    machine: { ...spec.machine, ...keyed(ofMachine, (word) => completed(spec.machine[word])) },
    page: (...asked) => {
      const { command, address } = spec.page(...asked);
      return { command, address: completed(address) };
    },
  };
};
