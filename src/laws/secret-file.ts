import type { Fault } from '#ground/fault.js';
import { givenAway } from './secret.js';

/**
 * A variable or field whose name says that it is secret, with a value of its own: neither none nor one that Compose fills in. Charts of Helm
 * call the name of a Secret that is there already `existingSecret`.
 */
const plainValue =
  /^\s*-?\s*(?!existingSecret:)\w*(pass(word|wd)?|secret|token|credentials?|(access|api|encryption|private|routing|secret|service|signing)_?key)[:=][ \t]*["']?(?!\$\{)[^\s"']/im;

/** The files of hosts are committed as manifests are: nothing in them may be secret. */
export const nothingSecretIn = (files: ReadonlyMap<string, string>): readonly Fault[] =>
  [...files].flatMap(([path, text]) =>
    [
      ...new Set([...givenAway(text), ...(plainValue.test(text) ? ['the value of a secret variable'] : [])]),
    ].map((what) => ({
      where: path,
      // The text is the secret: it is not repeated where it may end up in a log.
      what: '(not shown)',
      code: 'secret-in-the-open',
      why: `${what} would be committed and readable by everybody`,
      cure: 'refer to it with secret(name, key): it is then read from a file or a variable of the host',
    })),
  );
