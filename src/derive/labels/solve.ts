import type { Expr } from '#promql/expr/ast.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { LabelSet } from '#derive/engine/world.js';
import { accepted, accepts, namedBy } from './accepted.js';
import { classes } from './classes.js';
import { type Leaf, type Making, flowOf } from './flow.js';
import { mentionedLabels } from './mentioned.js';
import { textsOf } from './pattern.js';
import { readable } from './readable.js';
import { type Term, isMade, labelOf, textOf, whatever } from './term.js';

/** A selector with the labels of a series that it reads, and that meets the others. */
export interface Labelled extends Leaf {
  /** Of the metric; one that its matchers accept, where the expression names none. */
  readonly name: string;
  readonly labels: LabelSet;
}

/** Labels of an expression's series: as few as it needs. */
export interface Solved {
  readonly leaves: readonly Labelled[];
  readonly labels: readonly string[];
  /** How many pairs of labels do not meet. */
  readonly conflicts: number;
}

/** A label of a selector. */
interface Member {
  readonly leaf: Leaf;
  readonly label: string;
}

const asked = ({ leaf, label }: Member): readonly LabelMatcher[] =>
  leaf.selector.matchers.filter((each) => each.label === label);

/** Recording rules keep no labels of scraping but those that they say. */
const isScraped = ({ leaf, label }: Member): boolean =>
  (label === 'instance' || label === 'job') && !leaf.selector.metric.name.includes(':');

/** For each selector of an expression a series, so that all of them meet as its matchings say. */
export const solvedLabels = (expr: Expr): Solved => {
  const mentioned = mentionedLabels(expr);
  const { leaves, meetings, makings, wanted } = flowOf(expr, mentioned);
  const byTerm = new Map<Term, Member>(
    leaves.flatMap((leaf) =>
      mentioned.map((label): readonly [Term, Member] => [labelOf(leaf.id, label), { leaf, label }]),
    ),
  );
  const membersOf = (terms: readonly Term[]): readonly Member[] =>
    terms.flatMap((term) => byTerm.get(term) ?? []);
  const found = classes();

  const valueOf = (terms: readonly Term[], made: readonly string[]): string | undefined => {
    const members = membersOf(terms);
    const siblings = members.flatMap(({ leaf, label }) =>
      leaves
        .filter(({ id, selector }) => id !== leaf.id && selector.metric.name === leaf.selector.metric.name)
        .map((other) => ({ leaf: other, label }))
        .filter((other) => !terms.includes(labelOf(other.leaf.id, label)) && asked(other).length > 0),
    );
    const patterns = makings.flatMap(({ from, pattern }) =>
      pattern !== undefined && from.some((term) => terms.includes(term)) ? [pattern] : [],
    );
    return accepted({
      label: members[0]?.label ?? '',
      matchers: members.flatMap(asked),
      isOptional: !terms.some((term) => wanted.has(term)) && !members.some(isScraped),
      pinned: [...terms.flatMap((term) => textOf(term) ?? []), ...made],
      taken: (text) =>
        text !== '' && siblings.some((other) => asked(other).every((each) => accepts(each, text))),
      offered: [
        ...siblings
          .flatMap(asked)
          .filter(({ operator }) => operator.startsWith('!'))
          .flatMap(namedBy),
        ...patterns.flatMap((pattern) => patternOffers(pattern, members[0]?.label ?? '')),
      ].filter((text) => text !== ''),
      readable: readable(members[0]?.label ?? ''),
    });
  };

  let conflicts = 0;
  const isPossible = (terms: readonly Term[]): boolean => valueOf(terms, []) !== undefined;
  for (const soft of [false, true])
    for (const { terms, isSoft } of meetings) {
      const [one, other] = terms;
      if (isSoft !== soft || one === whatever || other === whatever) continue;
      if (!found.join(one, other, isPossible) && !soft) conflicts += 1;
    }
  const values = chosen([...byTerm.keys()], makings, (term) => found.members(term), valueOf);
  const labelled = leaves.map((leaf): Labelled => {
    const pairs = mentioned.flatMap((label): readonly (readonly [string, string])[] => {
      const value = values.get(labelOf(leaf.id, label)) ?? '';
      return value === '' || (label === 'le' && leaf.selector.metric.name.endsWith('_bucket'))
        ? []
        : [[label, value]];
    });
    return { ...leaf, name: nameOf(leaf), labels: Object.fromEntries(pairs) };
  });
  return { leaves: labelled, labels: mentioned, conflicts };
};

const nameOf = ({ selector }: Leaf): string => {
  if (selector.metric.name !== '') return selector.metric.name;
  const matchers = selector.matchers.filter(({ label }) => label === '__name__');
  const wish = { label: '__name__', matchers, isOptional: false, pinned: [], offered: [], readable: 'up' };
  return accepted({ ...wish, taken: () => false }) ?? 'up';
};

/** What a pattern that takes a label apart is to find in it: of an address the readable one, where that matches. */
const patternOffers = (pattern: string, label: string): readonly string[] => [
  ...[readable(label)].filter((text) => accepts({ label, operator: '=~', value: pattern }, text)),
  ...textsOf(pattern),
];

/** A value for each term: first of those that nothing makes, then of those that are made of them. */
const chosen = (
  terms: readonly Term[],
  makings: readonly Making[],
  membersOf: (term: Term) => readonly Term[],
  valueOf: (terms: readonly Term[], made: readonly string[]) => string | undefined,
): ReadonlyMap<Term, string> => {
  const values = new Map<Term, string>();
  const choose = (members: readonly Term[], made: readonly string[]): void => {
    const value = valueOf(members, made);
    for (const member of members) values.set(member, value ?? valueOf([member], []) ?? 'a');
  };
  const isOfMade = (term: Term): boolean => membersOf(term).some(isMade);
  for (const term of terms) if (!values.has(term) && !isOfMade(term)) choose(membersOf(term), []);
  for (const { term, from, make } of makings) {
    const text = make(from.map((each) => values.get(each) ?? textOf(each) ?? ''));
    choose(membersOf(term), [text]);
  }
  return values;
};
