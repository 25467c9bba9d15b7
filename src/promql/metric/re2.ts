import { createRequire } from 'node:module';
import type * as Re2 from 're2js';

/** What a pattern may be made of to mean the same in JavaScript and in RE2. */
const plain = [
  /[^\\()[\]{}|*+?^$\p{Surrogate}]/u, // characters, and `.` for any
  /[|)]|\((?!\?)|\(\?:/u, // alternatives and groups
  /[*+?]\??/u, // repetitions
  /\\[dw.*+?()[\]{}|^$\\/]/u, // escapes
  /\[\^?(?:[\w .,:/]|[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d|\\[dw.\\-])+\](?:\{\d\d?(?:,\d\d?)?\})?/u, // classes, so many of them
];
const isPlain = new RegExp(`^(?:${plain.map(({ source }) => source).join('|')})*$`, 'u');

/** What the groups of a pattern matched, by number or name; nothing where a group took no part. */
type Groups = (group: string) => string | undefined;

interface Pattern {
  readonly matches: (text: string) => boolean;
  /** The groups where all of a text matches. */
  readonly groupsIn: (text: string) => Groups | undefined;
  /** What a replacement may refer to: numbers from 0, which is all that matched, and names. */
  readonly groups: readonly string[];
  readonly fault?: string;
}

const numbered = (count: number): readonly string[] => Array.from({ length: count + 1 }, (_, i) => String(i));

// Prometheus anchors every pattern at both ends.
const anchored = (pattern: string): string => `^(?:${pattern})$`;

/** Both a pattern by itself and between the anchors: `a)(b` is only one there. */
const forms = (pattern: string): readonly string[] => [pattern, anchored(pattern)];

/** Words of which a text must be one: `prod|staging`, as most patterns are. */
const isChoice = /^[\w-]+(?:\|[\w-]+)*$/;

const choice = (pattern: string): Pattern => {
  const words = pattern.split('|');
  return {
    matches: (text) => words.includes(text),
    groupsIn: (text) =>
      words.includes(text) ? (group) => (Number(group) === 0 ? text : undefined) : undefined,
    groups: numbered(0),
  };
};

const compile = (pattern: string): Pattern => {
  if (isChoice.test(pattern)) return choice(pattern);
  try {
    if (isPlain.test(pattern)) {
      const [, whole] = forms(pattern).map((form) => new RegExp(form, 'u'));
      return {
        matches: (text) => whole?.test(text) ?? false,
        groupsIn: (text) => {
          const found = whole?.exec(text);
          return found ? (group) => found[Number(group)] : undefined;
        },
        // An alternative that always matches brings all groups, of which none has matched.
        get groups() {
          return numbered((new RegExp(`${pattern}|`, 'u').exec('')?.length ?? 1) - 1);
        },
      };
    }
    // RE2 itself is loaded only for a pattern that is not plainly the same in both: its tables take some milliseconds.
    const { RE2JS } = createRequire(import.meta.url)('re2js') as typeof Re2;
    const [, whole] = forms(pattern).map((form) => RE2JS.compile(form));
    return {
      matches: (text) => whole?.test(text) ?? false,
      groupsIn: (text) => {
        const found = whole?.matcher(text);
        if (!found?.find()) return undefined;
        const names = whole?.namedGroups() ?? {};
        return (group) => {
          const index = names[group] ?? Number(group);
          return index <= found.groupCount() ? (found.group(index) ?? undefined) : undefined;
        };
      },
      groups: [...numbered(whole?.groupCount() ?? 0), ...Object.keys(whole?.namedGroups() ?? {})],
      ...olderFault(pattern),
    };
  } catch (error) {
    return { matches: () => false, groupsIn: () => undefined, groups: [], fault: told(pattern, error) };
  }
};

/** Go knows `(?<name>…)` since 1.22, and Prometheus since 2.51. */
const olderFault = (pattern: string): { readonly fault?: string } =>
  /(?<!\\)(?:\\\\)*\(\?<\w/.test(pattern)
    ? { fault: 'a group is named by (?P<name>…) to releases of Prometheus before 2.51' }
    : {};

const told = (pattern: string, error: unknown): string => {
  const why = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
  return /\(\?<?[=!]|\\\d/.test(pattern)
    ? `${why}; look-around and back-references do not exist there: use a second matcher, or not(…)`
    : why;
};

/** So many patterns are kept: those of one application come again and again, those of a fleet are without number. */
const most = 1000;
const known = new Map<string, Pattern>();

const compiled = (pattern: string): Pattern => {
  const found = known.get(pattern) ?? compile(pattern);
  if (known.size >= most && !known.has(pattern)) known.clear();
  known.set(pattern, found);
  return found;
};

/** Why RE2, the regular expressions of Prometheus, does not know a pattern; `undefined` if it does. */
export const re2Fault = (pattern: string): string | undefined => compiled(pattern).fault;

/** Whether a text matches a pattern from its beginning to its end. */
export const matchesWhole = (pattern: string, text: string): boolean => compiled(pattern).matches(text);

// `$$` is a dollar; a name reaches as far as it can, so that `$1s` is the group `1s`.
const references = /\$\$|\$(\w+)|\$\{(\w+)\}/g;

/**
 * A replacement with what the groups of a pattern matched, where it matches all of a text, as `label_replace` makes it; `undefined` where it
 * does not match. A group that took no part, or that there is not, is empty.
 */
export const expanded = (pattern: string, text: string, replacement: string): string | undefined => {
  const groups = compiled(pattern).groupsIn(text);
  return (
    groups &&
    replacement.replace(references, (reference: string, bare?: string, braced?: string) =>
      reference === '$$' ? '$' : (groups(bare ?? braced ?? '') ?? ''),
    )
  );
};

/**
 * Why a replacement, as `label_replace` takes one, refers to a group that its pattern does not have: Prometheus would put
 * nothing there. `undefined` where it refers to none, or to those that are there.
 */
export const replacementFault = (replacement: string, pattern: string): string | undefined => {
  const { groups, fault } = compiled(pattern);
  if (fault !== undefined) return undefined;
  const named = [...replacement.matchAll(references)].map(([, bare, braced]) => bare ?? braced);
  const missing = named.filter((name) => name !== undefined && !groups.includes(name));
  return missing.length === 0
    ? undefined
    : `'${replacement}' refers to the group ${missing.join(', ')}, and the pattern has ${groups.length > 1 ? groups.slice(1).join(', ') : 'none'}; put parentheses around what is meant, and write \${1} before a letter`;
};
