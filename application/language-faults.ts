import type { AlertRule } from '../alerts/rule/rule.js';
import type { Fault } from '../ground/fault.js';
import { type Language, languages, languagesOf, nameOf } from '../ground/language.js';
import { instead } from '../ground/nearest.js';

interface Telling {
  readonly languages: readonly Language[];
  readonly groups: readonly { readonly alerts: readonly AlertRule[] }[];
}

/** Languages that nobody knows here, and alerts that are not said in one of the application's; one fault for each language. */
export const languageFaults = ({ languages: told, groups }: Telling): readonly Fault[] => {
  const alerts = groups.flatMap((group) => group.alerts);
  return told.flatMap((language) => {
    if (!languages.includes(language))
      return [
        {
          where: 'language',
          what: language,
          why: `'${language}' is no language that is known here`,
          cure: instead(language, languages),
        },
      ];
    const mute = alerts.filter(({ texts }) => !languagesOf(texts).includes(language)).map(({ name }) => name);
    return mute.length === 0
      ? []
      : [
          {
            where: `language '${language}'`,
            what: mute.join(', '),
            why: `not said in ${nameOf[language]}: ${mute.join(', ')}`,
            cure: `write '${language}' in what says it, or give the application the languages that it speaks alone`,
          },
        ];
  });
};
