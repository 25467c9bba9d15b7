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

const words = (name: string): readonly string[] => name.split('-');
const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const reserved = [
  'default',
  'new',
  'class',
  'function',
  'export',
  'import',
  'delete',
  'package',
  'public',
  'private',
];

const nameFaults = (name: string): readonly Fault[] =>
  namespaceName.takes(name) && /^[a-z]/.test(name) && !reserved.includes(name)
    ? []
    : [
        {
          where: '',
          what: name,
          code: 'bad-application-name',
          why: `'${name}' is no name for an application: it is a folder, a namespace and a word of TypeScript`,
          cure: 'write lower-case letters, digits and -, beginning with a letter: shop, order-service',
        },
      ];

/**
 * What follows from an application's name.
 *
 * @throws Refusal on a name that cannot be one.
 */
export const naming = (name: string, language: Language): Naming => {
  refuse('new', nameFaults(name));
  const [first = '', ...others] = words(name);
  return {
    name,
    title: words(name).map(capital).join(' '),
    code: `${first}${others.map(capital).join('')}`,
    prefix: name.replaceAll('-', '_'),
    language,
  };
};
