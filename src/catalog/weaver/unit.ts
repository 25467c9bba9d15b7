import type { Unit } from '#promql/unit/unit.js';

/** Prometheus's words for units of UCUM, https://github.com/prometheus/otlptranslator/blob/main/metric_namer.go. */
const words: Readonly<Record<string, string>> = {
  ...{ d: 'days', h: 'hours', min: 'minutes', s: 'seconds' },
  ...{ ms: 'milliseconds', us: 'microseconds', ns: 'nanoseconds' },
  ...{ By: 'bytes', KiBy: 'kibibytes', MiBy: 'mebibytes', GiBy: 'gibibytes', TiBy: 'tibibytes' },
  ...{ KBy: 'kilobytes', MBy: 'megabytes', GBy: 'gigabytes', TBy: 'terabytes' },
  ...{ m: 'meters', V: 'volts', A: 'amperes', J: 'joules', W: 'watts', g: 'grams' },
  ...{ Cel: 'celsius', Hz: 'hertz', '1': '', '%': 'percent' },
};
const wordsAfterPer: Readonly<Record<string, string>> = {
  ...{ s: 'second', m: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month', y: 'year' },
};

/** A unit in braces counts things, which no name tells. */
const worded = (ucum: string, known: Readonly<Record<string, string>>): string =>
  /[{}]/.test(ucum) ? '' : (known[ucum] ?? ucum);

/** What a name ends in that tells a unit of UCUM, as it may be written: `By/s` is `bytes` and `per_second`. */
export const unitWords = (ucum: string): readonly [main: string, per: string] => {
  const [main = '', ...rest] = ucum.split('/').map((part) => part.trim());
  const per = worded(rest.join('/'), wordsAfterPer);
  return [worded(main, words), per === '' ? '' : `per_${per}`];
};

/** The library's own units, as UCUM writes them. */
const ours: Readonly<Record<string, Unit>> = {
  ...{ s: 'seconds', By: 'bytes', 'By/s': 'bytesPerSecond', '{cpu}': 'cores' },
};

/** What a number of this unit counts. Where a unit is 1, only a gauge is a share of something. */
export const unitOf = (ucum: string, instrument: string): Unit => {
  if (ucum === '1') return instrument === 'gauge' ? 'ratio' : 'count';
  return ours[ucum] ?? (/^(1|\{[^}]*\})\/s$/.test(ucum) ? 'perSecond' : 'count');
};

/** The unit of UCUM that the library's stands for; `{}` where it counts things. */
export const ucumOf = (unit: Unit): string => {
  const found = Object.entries(ours).find(([, each]) => each === unit);
  if (found !== undefined) return found[0];
  if (unit === 'coreSeconds' || unit === 'timestamp') return 's';
  if (unit === 'perSecond') return '{event}/s';
  return unit === 'ratio' ? '1' : '{count}';
};
