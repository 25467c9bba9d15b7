import type { AlertRule } from '#alerts/rule/rule.js';
import type { Place } from '#alerts/place/place.js';
import type { Code } from '#ground/codes/codes.js';
import type { Fault } from '#ground/fault.js';
import { type Language, languages, languagesOf, nameOf } from '#ground/language.js';
import { twice } from '#ground/repeated.js';

/** No language, one that nobody knows here, or one twice. */
export const unknownLanguages = (told: readonly Language[]): readonly Fault[] => {
  const fault = (code: Code, what: string, why: string, cure: string): Fault => ({
    where: 'language',
    what,
    code,
    why,
    cure,
  });
  const known = `write one of: ${languages.join(', ')}`;
  return [
    ...(told.length > 0 ? [] : [fault('holds-nothing', '', 'it is told in none', known)]),
    ...told
      .filter((language) => !languages.includes(language))
      .map((language) =>
        fault('no-such-word', language, `'${language}' is no language that is known here`, known),
      ),
    ...twice(told).map((language) =>
      fault('name-twice', language, `'${language}' stands here twice`, 'leave one out'),
    ),
  ];
};

/** A place whose words are not said in a language of the application: texts would mix both. */
export const foreignPlace = ({
  languages: told,
  place,
}: {
  readonly languages: readonly Language[];
  readonly place: Place;
}): readonly Fault[] =>
  told
    .filter((language) => !(place.languages ?? languages).includes(language))
    .map((language) => ({
      where: 'place',
      what: place.platform,
      code: 'not-said-in-language',
      why: `it is told in ${nameOf[language]}, and the words of ${place.platform} are not said in it`,
      cure: `write '${language}' in each word of place('${place.platform}', …)`,
    }));

/** Alerts that are not said in a language of the application, one fault for each language. */
export const languageFaults = (described: Told): readonly Fault[] => [
  ...ofMessages(described),
  ...unsaid(described),
];

interface Told {
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly groups: readonly { readonly alerts: readonly AlertRule[] }[];
}

/** A copy whose messages are in another language than the first that it is told in. */
const ofMessages = ({ language, languages: [first] }: Told): readonly Fault[] =>
  first === undefined || first === language
    ? []
    : [
        {
          where: 'language',
          what: language,
          code: 'not-said-in-language',
          why: `its messages are in ${nameOf[language]}, and the first of its languages is ${nameOf[first]}`,
          cure: `describe it anew, by application('…', { language: '${language}' })`,
        },
      ];

const unsaid = ({ languages: told, groups }: Told): readonly Fault[] =>
  told.flatMap((language) => {
    const mute = groups
      .flatMap(({ alerts }) => alerts)
      .filter(({ texts }) => !languagesOf(texts).includes(language))
      .map(({ name }) => name)
      .join(', ');
    return mute === ''
      ? []
      : [
          {
            where: 'language',
            what: mute,
            code: 'not-said-in-language',
            why: `it is told in ${nameOf[language]}, and this is not said in it: ${mute}`,
            cure: `write '${language}' in what says it, or name the languages that it speaks: language: '${language === 'ko' ? 'en' : 'ko'}'`,
          },
        ];
  });
