import type { LabelSet, Series } from './world.js';

const known = new Map<string, LabelSet>();

/** Labels as the one value that stands for them: the same labels are the same object, and told apart by `===`. */
export const interned = (labels: LabelSet): LabelSet => {
  const there = Object.entries(labels).filter(([, value]) => value !== '');
  there.sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify(there);
  const found = known.get(key) ?? Object.fromEntries(there);
  known.set(key, found);
  return found;
};

/** A function of what is told apart by `===`, that is reckoned once for each. */
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

/** How labels become others. */
export type Change = (labels: LabelSet) => LabelSet;

const changes = new Map<string, Change>();

/** Of labels, those whose names pass; the same change is made once, whoever asks for it. */
const filtered = (key: string, passes: (name: string) => boolean): Change => {
  const found =
    changes.get(key) ??
    remembered((labels) =>
      interned(Object.fromEntries(Object.entries(labels).filter(([name]) => passes(name)))),
    );
  changes.set(key, found);
  return found;
};

/** Of labels, only these. */
export const keeping = (names: readonly string[]): Change =>
  filtered(JSON.stringify(['only', ...names]), (name) => names.includes(name));

/** Of labels, all but these. */
export const dropping = (names: readonly string[]): Change =>
  filtered(JSON.stringify(['but', ...names]), (name) => !names.includes(name));

/** The label under which the name of a metric stands. */
export const nameLabel = '__name__';

/** Labels without the name of the metric, which is of what is read and not of what is made of it. */
export const nameless = dropping([nameLabel]);

const namedOf = remembered((labels: LabelSet) => {
  const byName = new Map<string, LabelSet>();
  return (name: string): LabelSet => {
    const found = byName.get(name) ?? interned({ ...labels, [nameLabel]: name });
    byName.set(name, found);
    return found;
  };
});

/** The labels of a series, its name among them. */
export const labelsOf = ({ name, labels }: Series): LabelSet => namedOf(labels)(name);
