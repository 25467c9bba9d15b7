import type { LabelSet } from './world.js';

/** Labels as the one value that stands for them: the same labels are the same object, and told apart by `===`. */
export type Intern = (labels: LabelSet) => LabelSet;

export const interning = (): Intern => {
  const known = new Map<string, LabelSet>();
  return (labels) => {
    const there = Object.entries(labels).filter(([, value]) => value !== '');
    there.sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(there);
    const found = known.get(key) ?? Object.fromEntries(there);
    known.set(key, found);
    return found;
  };
};

/** A function of what stands for labels, that is reckoned once for each. */
export const remembered = <Key extends object, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const known = new WeakMap<Key, { readonly made: Made }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.made;
    const made = make(key);
    known.set(key, { made });
    return made;
  };
};

type Change = (labels: LabelSet) => LabelSet;

/** Of labels, only these. */
export const keeping = (intern: Intern, names: readonly string[]): Change =>
  remembered((labels) =>
    intern(Object.fromEntries(Object.entries(labels).filter(([name]) => names.includes(name)))),
  );

/** Of labels, all but these. */
export const dropping = (intern: Intern, names: readonly string[]): Change =>
  remembered((labels) =>
    intern(Object.fromEntries(Object.entries(labels).filter(([name]) => !names.includes(name)))),
  );

/** The label under which the name of a metric stands. */
export const nameLabel = '__name__';

/** Labels without the name of the metric, which is of what is read and not of what is made of it. */
export const nameless = (intern: Intern): Change => dropping(intern, [nameLabel]);
