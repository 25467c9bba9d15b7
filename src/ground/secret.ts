import { type Fault, below, refuse } from './fault.js';
import { isObject } from './field.js';
import { dataKey, objectName } from './grammar.js';
import type { Shape } from './shape.js';

/**
 * Where a secret is kept: a key of a Kubernetes Secret in the application's namespace, or a file `<name>/<key>` among the
 * secret files of a host. A URL, key or password with which anybody could send is only ever given as this.
 */
export interface Secret {
  readonly name: string;
  readonly key: string;
}

/** Whether a name, of a variable or a parameter, says that its value is secret. */
export const isTelling = (name: string): boolean =>
  /(pass(word|wd)?|secret|token|api[-_]?key|routing[-_]?key|credentials?)$/i.test(name);

// The offending text may be the secret itself, and the message may end up in a log: only its beginning is told.
const shown = (given: unknown): string => {
  const text = String(given);
  return `'${text.length > 16 ? `${text.slice(0, 12)}…` : text}'`;
};
const advice = (given: unknown): string =>
  /:\/\/|^xox/.test(String(given))
    ? 'that is the secret itself: put it into a Secret and name that'
    : `write e.g. secret('observer-slack', 'url')`;

const faults = (name: unknown, key: unknown): readonly Fault[] => [
  ...(typeof name === 'string' && objectName.takes(name)
    ? []
    : [
        {
          where: 'name',
          what: shown(name),
          code: 'bad-secret-name' as const,
          why: `${shown(name)} is no name of a Secret (lower-case letters, digits, - and .)`,
          cure: advice(name),
        },
      ]),
  ...(typeof key === 'string' && dataKey.takes(key)
    ? []
    : [
        {
          where: 'key',
          what: shown(key),
          code: 'bad-secret-name' as const,
          why: `${shown(key)} is no key of a Secret (letters, digits, -, _ and .)`,
          cure: advice(key),
        },
      ]),
];

/**
 * Names a secret, e.g. `secret('observer-slack', 'url')`.
 *
 * @throws Error if Kubernetes would not take the name or the key.
 */
export const secret = (name: string, key: string): Secret => {
  refuse('secret', faults(name, key));
  return Object.freeze({ name, key });
};

/** What is to be named by `secret`: the text itself would be committed, and so is not told either. */
export const secretReference: Shape = (where, value) =>
  isObject(value)
    ? below(where, faults(value['name'], value['key']))
    : [
        {
          where,
          what: value === undefined ? '' : '(not shown)',
          code: value === undefined ? 'missing-field' : 'secret-in-the-open',
          why:
            value === undefined
              ? 'it is left out'
              : 'what stands here would be committed and readable by everybody',
          cure: "put it into a Secret and name that: secret('shop-slack', 'url')",
        },
      ];
