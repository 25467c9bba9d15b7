import type { AlertRule } from '../alerts/rule/rule.js';
import type { Fault } from '../ground/fault.js';
import { type Language, languages, languagesOf, nameOf } from '../ground/language.js';
import { instead } from '../ground/nearest.js';

/** Languages that nobody knows here. */
export const unknownLanguages = (told: readonly Language[]): readonly Fault[] =>
  told
    .filter((language) => !languages.includes(language))
    .map((language) => ({
      where: 'language',
      what: language,
      why: `'${language}' is no language that is known here`,
      cure: instead(language, languages),
    }));

/** Alerts that are not said in a language of the application, one fault for each language. */
export const languageFaults = ({
  languages: told,
  groups,
}: {
  readonly languages: readonly Language[];
  readonly groups: readonly { readonly alerts: readonly AlertRule[] }[];
}): readonly Fault[] =>
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
            why: `it is told in ${nameOf[language]}, and this is not said in it: ${mute}`,
            cure: `write '${language}' in what says it, or name the languages that it speaks: language: '${language === 'ko' ? 'en' : 'ko'}'`,
          },
        ];
  });
