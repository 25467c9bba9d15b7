import { matchesWhole } from '#promql/metric/re2.js';

/** So many texts are made of one part of a pattern, and of a whole one. */
const most = 12;

/**
 * Texts that a pattern of Prometheus matches from beginning to end, each alternative by one at least, the plainest first. None where it
 * holds what is not read here; each is held against the pattern itself.
 */
export const textsOf = (pattern: string): readonly string[] => {
  const { texts } = alternatives(pattern, 0);
  return [...new Set(texts)].filter((text) => matchesWhole(pattern, text));
};

/** What a part of a pattern matches, and where the pattern goes on. */
interface Read {
  readonly texts: readonly string[];
  readonly next: number;
}

const alternatives = (pattern: string, from: number): Read => {
  const first = sequence(pattern, from);
  const texts = [...first.texts];
  let { next } = first;
  while (pattern[next] === '|') {
    const other = sequence(pattern, next + 1);
    texts.push(...other.texts);
    next = other.next;
  }
  return { texts, next };
};

const sequence = (pattern: string, from: number): Read => {
  let texts: readonly string[] = [''];
  let next = from;
  while (next < pattern.length && pattern[next] !== '|' && pattern[next] !== ')') {
    const part = repeated(pattern, next, /\d$/.test(texts[0] ?? ''));
    texts = joined(texts, part.texts);
    next = part.next;
  }
  return { texts, next };
};

/** The first of each with all of the other, so that each part is seen in a text. */
const joined = (heads: readonly string[], tails: readonly string[]): readonly string[] => {
  const [head = '', ...otherHeads] = heads;
  const [tail = '', ...otherTails] = tails;
  return [
    head + tail,
    ...otherHeads.map((other) => other + tail),
    ...otherTails.map((other) => head + other),
  ].slice(0, most);
};

/** An atom with what says how often it comes. */
const repeated = (pattern: string, from: number, afterDigit: boolean): Read => {
  const { texts, next } = atom(pattern, from, afterDigit);
  const [, sign, least] = /^(?:([*+?])|\{(\d+)(?:,\d*)?\})\??/.exec(pattern.slice(next)) ?? [];
  const length = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(next))?.[0].length ?? 0;
  const often = (times: number): readonly string[] => texts.map((text) => text.repeat(times));
  const isAny = pattern[from] === '.';
  const made =
    sign === '*' || sign === '?'
      ? [
          ...(isAny
            ? afterDigit
              ? often(2)
              : ['']
            : pattern[from] === '[' && sign === '*'
              ? often(1)
              : ['']),
          ...often(1),
          '',
        ]
      : least !== undefined
        ? often(Number(least))
        : texts;
  return { texts: made, next: next + length };
};

const escaped: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', S: 'a', D: 'a', W: '-' };

const atom = (pattern: string, from: number, afterDigit: boolean): Read => {
  const sign = pattern[from] ?? '';
  if (sign === '(') return group(pattern, from + 1);
  if (sign === '[') return ofClass(pattern, from + 1);
  if (sign === '\\') {
    const letter = pattern[from + 1] ?? '';
    return { texts: [escaped[letter] ?? letter], next: from + 2 };
  }
  if (sign === '^' || sign === '$') return { texts: [''], next: from + 1 };
  return { texts: [sign === '.' ? (afterDigit ? '0' : 'a') : sign], next: from + 1 };
};

const group = (pattern: string, from: number): Read => {
  const mark = /^\?(?:P?<\w+>|[a-zA-Z-]*:|[a-zA-Z-]+(?=\)))/.exec(pattern.slice(from))?.[0] ?? '';
  const { texts, next } = alternatives(pattern, from + mark.length);
  return { texts, next: next + 1 };
};

/** Of a class of characters the first that it names; of one that names what is not meant, one that it does not name. */
const ofClass = (pattern: string, from: number): Read => {
  const end = pattern.indexOf(']', from + 1);
  const written = pattern.slice(from, end);
  const fits = ['a', '1', '-', 'z', '0', '9', 'A', '_', '.', '/', ' '].filter((each) =>
    matchesWhole(`[${written}]`, each),
  );
  const named = /^\\?([^\\^])/.exec(written)?.[1] ?? '';
  return {
    texts: [...(matchesWhole(`[${written}]`, named) ? [named] : []), ...fits].slice(0, 2),
    next: end + 1,
  };
};
