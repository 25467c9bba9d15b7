import type { Term } from './term.js';

/** Terms that stand for the same value. */
export interface Classes {
  readonly of: (term: Term) => Term;
  readonly members: (term: Term) => readonly Term[];
  /** Makes two terms one, unless what both have then to be is not possible. */
  readonly join: (one: Term, other: Term, isPossible: (members: readonly Term[]) => boolean) => boolean;
  readonly all: () => readonly (readonly Term[])[];
}

export const classes = (): Classes => {
  const roots = new Map<Term, Term>();
  const members = new Map<Term, readonly Term[]>();
  const of = (term: Term): Term => roots.get(term) ?? term;
  const membersOf = (term: Term): readonly Term[] => members.get(of(term)) ?? [term];
  return {
    of,
    members: membersOf,
    join: (one, other, isPossible) => {
      if (of(one) === of(other)) return true;
      const together = [...membersOf(one), ...membersOf(other)];
      if (!isPossible(together)) return false;
      const [root, gone] = [of(one), of(other)];
      members.delete(gone);
      members.set(root, together);
      for (const each of together) roots.set(each, root);
      return true;
    },
    all: () => [...members.values()],
  };
};
