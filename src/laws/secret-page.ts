import type { Fault } from '#ground/fault.js';
import { givenAway } from './secret.js';

/** Where a text stands in the file at `path`: `docs/runbooks/shop/ShopDown.md:12`. */
const lines = (path: string, text: string): readonly (readonly [where: string, line: string])[] =>
  text.split('\n').map((line, i) => [`${path}:${i + 1}`, line]);

/** Pages are committed as manifests are, and read by more people: nothing on them may be secret. */
export const nothingSecretOn = (pages: ReadonlyMap<string, string>): readonly Fault[] =>
  [...pages]
    // Most have none: a page is read line by line where it is worth it.
    .filter(([, text]) => givenAway(text).length > 0)
    .flatMap(([path, text]) => lines(path, text))
    .flatMap(([where, line]) =>
      givenAway(line).map((what) => ({
        where,
        // The text is the secret: it is not repeated where it may end up in a log.
        what: '(not shown)',
        code: 'secret-in-the-open',
        why: `${what} would be committed and readable by everybody`,
        cure: 'say in which Secret it is kept, or read it into a variable: "$PASSWORD"',
      })),
    );
