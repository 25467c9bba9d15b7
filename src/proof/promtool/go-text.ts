const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** What stands between the quotes of a string as Go quotes it. */
export const unquoted = (text: string): string =>
  text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/g,
    (_, byte?: string, short?: string, long?: string, sign = '') => {
      const code = byte ?? short ?? long;
      return code === undefined ? (escapes[sign] ?? sign) : String.fromCodePoint(parseInt(code, 16));
    },
  );

/** Labels, or annotations, as Prometheus writes them: `{pod="a", "with.dot"="b"}`. */
export const labelsIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/(?:"((?:[^"\\]|\\.)*)"|([^\s{},="]+))="((?:[^"\\]|\\.)*)"/g)].map(
      ([, quoted, bare, value = '']) => [quoted === undefined ? bare : unquoted(quoted), unquoted(value)],
    ),
  );

const secondsPer: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** Seconds in a duration as Prometheus writes it, which may have several units: `1d2h30m`. */
export const secondsIn = (text: string): number =>
  [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (secondsPer[unit] ?? NaN),
    0,
  );
