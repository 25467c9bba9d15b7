import { isLabelValue } from '#promql/metric/label.js';

/** Characters that nobody sees, or that YAML does not hold, and JSON leaves as they are. */
const invisible = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** What stands between quotes as it is. */
const isAsItIs = /^[ !#-[\]-~]*$/;

/** A text between double quotes, as PromQL reads it: JSON's escapes are among Go's. */
export const quoted = (text: string): string => (isAsItIs.test(text) ? `"${text}"` : escaped(text));

const escaped = (text: string): string =>
  JSON.stringify(text).replace(
    invisible,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const named: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** One escape of Go's, https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals, or a run of other characters. */
const piece =
  /\\(?:([abfnrtv])|([\\'"])|x([\da-fA-F]{2})|([0-3][0-7]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))|([^\\]+)/gy;

/**
 * The text of a string literal in any of PromQL's three kinds of quotes; `undefined` where an escape is none of Go's,
 * or the quotes do not match. `\x` and octal escapes stand for bytes of UTF-8, all others for characters.
 */
export const unquoted = (literal: string): string | undefined => {
  const quote = literal[0] ?? '';
  const inner = literal.slice(1, -1);
  if (literal.length < 2 || !literal.endsWith(quote)) return undefined;
  if (quote === '`') return inner;
  const bytes: Uint8Array[] = [];
  let end = 0;
  for (const match of inner.matchAll(piece)) {
    const decoded = bytesOf(match, quote);
    if (!decoded) return undefined;
    bytes.push(decoded);
    end = match.index + match[0].length;
  }
  if (end !== inner.length) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(bytes));
  } catch {
    return undefined;
  }
};

const bytesOf = (match: RegExpMatchArray, quote: string): Uint8Array | undefined => {
  const [, control, mark, hexByte, octalByte, short, long, plain] = match;
  if (plain !== undefined) return isLabelValue(plain) ? Buffer.from(plain) : undefined;
  if (control !== undefined) return Uint8Array.of(named[control] ?? NaN);
  if (mark !== undefined) return mark === '\\' || mark === quote ? Buffer.from(mark) : undefined;
  if (hexByte !== undefined) return Uint8Array.of(parseInt(hexByte, 16));
  if (octalByte !== undefined) return Uint8Array.of(parseInt(octalByte, 8));
  const point = parseInt(short ?? long ?? '', 16);
  const isCharacter = point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
  return isCharacter ? Buffer.from(String.fromCodePoint(point)) : undefined;
};
