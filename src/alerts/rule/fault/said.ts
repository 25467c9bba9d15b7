import type { Fault } from '#ground/fault.js';
import { type Language, type Spoken, inLanguage, languages, languagesOf, nameOf } from '#ground/language.js';
import { unwritten } from '#ground/unwritten.js';
import type { RuleFacts } from '#alerts/rule/rule.js';

/** A name that Prometheus takes and nobody finds, and sentences that are missing or that their place cannot hold. */
export const saidFaults = (rule: RuleFacts): readonly Fault[] => [
  ...nameFaults(rule),
  ...unsaid(rule),
  ...stillToBeWritten(rule),
  ...unknownToThePage(rule),
];

/** Sentences in no language at all. */
export const silentFaults = (says: Spoken<unknown>): readonly Fault[] =>
  languagesOf(says).length > 0
    ? []
    : [
        {
          where: 'says',
          what: '',
          code: 'nothing-said',
          why: 'it is said in no language',
          cure: `write it in that of its application: ${languages.map((each) => `'${each}'`).join(' or ')}`,
        },
      ];

/** A name that Prometheus takes, and nobody finds. */
export const nameFaults = ({ name }: RuleFacts): readonly Fault[] =>
  /^[A-Z][A-Za-z0-9]*$/.test(name)
    ? []
    : [
        {
          where: 'name',
          what: name,
          code: 'bad-alert-name',
          why: `'${name}' is no name of an alert`,
          cure: 'write it in CamelCase, like HighErrorRate',
        },
      ];

/** All that is said in a language: in the message, then on the page. */
const saidIn = ({ texts, runbook }: RuleFacts, language: Language): readonly (readonly [string, string])[] =>
  Object.entries({ ...inLanguage(texts, language), ...(runbook && inLanguage(runbook, language)) });

const unsaid = (rule: RuleFacts): readonly Fault[] =>
  languagesOf(rule.texts).flatMap((language) =>
    saidIn(rule, language)
      .filter(([, text]) => text.trim() === '')
      .map(([part]) => ({
        where: `says.${language}`,
        what: '',
        code: 'nothing-said',
        why: `its ${part} is empty in ${nameOf[language]}`,
        cure: 'write it',
      })),
  );

const stillToBeWritten = (rule: RuleFacts): readonly Fault[] =>
  languagesOf(rule.texts).flatMap((language) =>
    saidIn(rule, language)
      .filter(([, text]) => unwritten(text))
      .map(([part, text]) => ({
        where: `says.${language}.${part}`,
        what: text,
        code: 'still-to-be-written',
        why: `its ${part} is still to be written: '${text}'`,
        cure: 'say what whoever is woken must know, or leave the alert out until it can be said',
      })),
  );

/** A page is the same for every alert of its name. */
const unknownToThePage = ({ runbook }: RuleFacts): readonly Fault[] =>
  (runbook ? languagesOf(runbook) : []).flatMap((language) =>
    Object.entries(runbook ? inLanguage(runbook, language) : {})
      .filter(([, text]) => /\{\{ (index )?\$/.test(text))
      .map(([part, text]) => ({
        where: `says.${language}.${part}`,
        what: /\{\{ (index )?\$[^}]*\}\}/.exec(text)?.[0] ?? '',
        code: 'value-on-a-page',
        why: `its ${part} names the value or a label, which a page does not know`,
        cure: 'name them in the summary or the description',
      })),
  );
