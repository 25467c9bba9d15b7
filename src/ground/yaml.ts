import { isObject } from './field.js';
import { yamlByLibrary } from './yaml/by-library.js';
import { oddField, oddItem, oddText, oddValue } from './yaml/odd.js';

/** Characters that are only ever written escaped: controls, half of a pair, and what is printable in one version of YAML alone. */
const escaped = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\p{Cs}]/u;
/** The same and all pairs, which is seen without reading characters as Unicode has them: few texts have any of it. */
const mayBeEscaped = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/;
const isEscaped = (text: string): boolean => mayBeEscaped.test(text) && escaped.test(text);

/** What may be a number, a date, a truth value or nothing to YAML 1.1 or 1.2: all else is a text. */
const mayBeOther = /^(?:[-+.\d][-+.,:_\da-foxtzin \t]*|[=~]|<<|y|n|yes|no|on|off|true|false|null)$/i;

/** What has a meaning in YAML where a text begins, goes on, or ends. */
const hasMeaning = /^\.{3}|^[\s,[\]{}#&*!|>'"%@`?:-]|:\s|\s#|[\s:-]$/;

/** What has one for sure, so that quotes stand around it: most texts that are odd begin with `{{`, or have a colon in them. */
const isQuoted = /^[\t ,[\]{}#&*!|>'"%@`]|:[\t ]|[\t ]#/;

/** A text of one line that is not plain. The other quotes stand around one that has such quotes in it. */
const notPlain = (text: string): string => {
  const [isSingle, isDouble] = [text.includes("'"), text.includes('"')];
  if (!isQuoted.test(text) || (isSingle && isDouble) || isEscaped(text)) return oddText(text);
  return isDouble ? ` '${text}'` : ` ${JSON.stringify(text)}`;
};

const isPlain = (text: string): boolean =>
  text !== '' && !hasMeaning.test(text) && !mayBeOther.test(text) && !isEscaped(text);

const isSpace = (character: string | undefined): boolean => /^\s$/.test(character ?? '');

/** Whether lines stand in a literal block as they are: the first begins with no space, and one line break at most follows the last. */
const isBlock = (text: string): boolean =>
  !isSpace(text[0]) && !isSpace(text.at(text.endsWith('\n') ? -2 : -1)) && !isEscaped(text);

const isPlainKey = (key: string): boolean => key.length <= 100 && !key.includes('\n') && isPlain(key);

/** A number whose digits both versions read. */
const isPlainNumber = (value: number): boolean => /^-?\d+(\.\d+)?$/.test(`${value}`) && !Object.is(value, -0);

const indents = Array.from({ length: 40 }, (_, depth) => '  '.repeat(depth));
const indentOf = (depth: number): string => indents[depth] ?? '  '.repeat(depth);

const block = (text: string, depth: number): string => {
  const [isEnded, indent] = [text.endsWith('\n'), indentOf(depth)];
  const lines = isEnded ? text.slice(0, -1) : text;
  // Dashboards have thousands of lines, and none is empty.
  const indented = lines.includes('\n\n')
    ? lines.replace(/\n+/g, `$&${indent}`)
    : lines.replaceAll('\n', `\n${indent}`);
  return ` ${isEnded ? '|' : '|-'}\n${indent}${indented}`;
};

/** What stands after a key or a dash; nothing where the value is odd. Fields and lines in it begin at `depth`. */
const usual = (value: unknown, depth: number, after: 'key' | 'dash'): string | undefined => {
  switch (typeof value) {
    case 'string':
      if (!value.includes('\n')) return isPlain(value) ? ` ${value}` : notPlain(value);
      return isBlock(value) ? block(value, depth) : undefined;
    case 'number':
      return isPlainNumber(value) ? ` ${value}` : undefined;
    case 'boolean':
      return ` ${value}`;
    default:
      return value === null ? ' null' : collection(value, depth, after);
  }
};

const collection = (value: unknown, depth: number, after: 'key' | 'dash'): string | undefined => {
  const isList = Array.isArray(value);
  if (!isList && !isPlainObject(value)) return undefined;
  const lines = isList ? items(value, depth) : fields(value, depth);
  if (lines === '') return isList ? ' []' : ' {}';
  return after === 'dash' ? ` ${lines}` : `\n${indentOf(depth)}${lines}`;
};

/** One that says nothing of how it is written. */
const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && !('toJSON' in value) && !(Symbol.iterator in value);

// One text that grows, not lists of texts that are joined at each depth: a dashboard would be copied as often as it is deep.

const items = (values: readonly unknown[], depth: number): string => {
  const between = `\n${indentOf(depth)}`;
  let text = '';
  for (const value of values)
    text += `${text === '' ? '' : between}-${usual(value, depth + 1, 'dash') ?? oddItem(value, depth + 1)}`;
  return text;
};

const fields = (value: Readonly<Record<string, unknown>>, depth: number): string => {
  const between = `\n${indentOf(depth)}`;
  let text = '';
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    const line = isPlainKey(key)
      ? `${key}:${usual(field, depth + 1, 'key') ?? oddValue(field, depth + 1)}`
      : oddField(key, field, depth);
    text += text === '' ? line : between + line;
  }
  return text;
};

/**
 * The text of a value as YAML: texts of several lines as literal blocks, nothing folded, quotes only where some parser of
 * Kubernetes, Ansible or Python (YAML 1.1 or 1.2) would read another value without them, no anchors.
 *
 * It is what the package `yaml` writes, which is asked only where a text, a number or a key is odd: it takes ten times as long.
 */
export const yamlOf = (value: object): string => {
  // At the beginning of a document a few keys are written otherwise.
  if (!isPlainObject(value) || !Object.keys(value).every(isPlainKey)) return yamlByLibrary(value);
  const text = fields(value, 0);
  return text === '' ? yamlByLibrary(value) : `${text}\n`;
};
