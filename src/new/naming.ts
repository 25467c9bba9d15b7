import { type Fault, refuse } from '#ground/fault.js';
import { namespaceName } from '#ground/grammar.js';
import type { Language } from '#ground/language.js';

/** What a new application is called, wherever it is named. */
export interface Naming {
  /** Its folder, namespace and label: `order-service`. */
  readonly name: string;
  /** What people call it: `Order Service`. */
  readonly title: string;
  /** In code: `orderService`. */
  readonly code: string;
  /** What its metrics begin with: `order_service`. */
  readonly prefix: string;
  readonly language: Language;
}

/** Words that people write in capitals. */
const acronyms = new Set('ai api cdn crm db dns erp hr http id ml pg qa sms sql sso ui url'.split(' '));

const words = (name: string): readonly string[] => name.split('-').filter((word) => word !== '');
const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
const spoken = (word: string): string => (acronyms.has(word) ? word.toUpperCase() : capital(word));

/** Names that code cannot give: words of TypeScript, and what the files of a new application call something else by. */
const taken = new Set(
  [
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for',
    'function if implements import in instanceof interface let new null package private protected public return static super switch this',
    'throw true try typeof undefined var void while with yield',
    'alerts application estate group here overview own-routing runbook-of scrape secret service slack web',
  ]
    .join(' ')
    .split(' '),
);

const nameFaults = (name: string): readonly Fault[] =>
  namespaceName.takes(name) && /^[a-z]/.test(name)
    ? []
    : [
        {
          where: '',
          what: name,
          code: 'bad-application-name',
          why: `'${name}' is no name for an application: it is a folder, a namespace and a label`,
          cure: 'write at most 63 lower-case letters, digits and -, beginning with a letter: shop, order-service',
        },
      ];

/**
 * What follows from an application's name.
 *
 * @param verb The command that is told it.
 * @throws Refusal on a name that cannot be one.
 */
export const naming = (name: string, language: Language, verb: 'new' | 'import' = 'new'): Naming => {
  refuse(verb, nameFaults(name));
  const [first = '', ...others] = words(name);
  const code = `${first}${others.map(capital).join('')}`;
  return {
    name,
    title: words(name).map(spoken).join(' '),
    code: taken.has(name) ? `${code}Application` : code,
    prefix: words(name).join('_'),
    language,
  };
};
