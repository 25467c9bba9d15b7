import { isMeant } from '#application/read.js';
import type { Target } from '#application/target.js';
import type { Read } from './reads.js';

/** Whether a read may mean one of a scrape's targets. */
export const mayMean = ({ selector }: Read, targets: readonly Target[]): boolean =>
  selector === undefined || targets.some((target) => isMeant(selector, target));

/** Any namespace: of one that is not told. */
const any = '*';

/** The namespace in which the targets of a read must be, where it names one: every target says its own. */
export const namespaceOf = ({ selector }: Read): string =>
  selector?.matchers.find(
    ({ label, operator, value }) =>
      label === 'namespace' &&
      operator === '=' &&
      !value.startsWith('$') &&
      !selector.metric.ownLabels.includes(label),
  )?.value ?? any;

/** The namespaces of targets, and any: where a read of them is found, and where they are found by a read. */
export const placesOf = (targets: readonly Target[]): readonly string[] => [
  ...new Set(targets.map(({ namespace = '' }) => namespace)),
  any,
];

/** Things by the texts under which each is found. */
export const byKeys = <T>(
  things: Iterable<T>,
  keysOf: (thing: T) => Iterable<string>,
): ((key: string) => readonly T[]) => {
  const found = new Map<string, T[]>();
  for (const thing of things)
    for (const key of keysOf(thing)) {
      const same = found.get(key);
      if (same) same.push(thing);
      else found.set(key, [thing]);
    }
  return (key) => found.get(key) ?? [];
};
