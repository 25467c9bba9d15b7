import { dateMath, dateTimeFormat, dateTimeForTimeZone, dateTimeParse } from '@grafana/data';

/** A range as it is written: `now-6h` to `now`, or milliseconds since 1970, or a moment of ISO 8601. */
export interface RawRange {
  readonly from: string;
  readonly to: string;
}

const at = (written: string, isEnd: boolean, now: number, timeZone: string): number | undefined => {
  if (/^\d{9,}$/.test(written)) return Number(written);
  const moment = written.startsWith('now')
    ? dateMath.toDateTime(written, {
        now: dateTimeForTimeZone(timeZone, now),
        roundUp: isEnd,
        timezone: timeZone,
      })
    : dateTimeParse(written, { timeZone, roundUp: isEnd });
  return moment?.isValid() ? moment.valueOf() : undefined;
};

/** The range in milliseconds since 1970; nothing where it is none, or ends before it begins. */
export const rangeOf = (
  { from, to }: RawRange,
  now: number,
  timeZone: string,
): readonly [number, number] | undefined => {
  const start = at(from, false, now, timeZone);
  const end = at(to, true, now, timeZone);
  return start === undefined || end === undefined || start >= end ? undefined : [start, end];
};

/** Grafana's quick ranges, up to now. */
export const quickRanges = [
  '5m',
  '15m',
  '30m',
  '1h',
  '3h',
  '6h',
  '12h',
  '24h',
  '2d',
  '7d',
  '30d',
  '90d',
] as const;

const units = {
  s: { ko: '초', en: 'second' },
  m: { ko: '분', en: 'minute' },
  h: { ko: '시간', en: 'hour' },
  d: { ko: '일', en: 'day' },
  w: { ko: '주', en: 'week' },
  M: { ko: '개월', en: 'month' },
  y: { ko: '년', en: 'year' },
} as const;

const isUnit = (text: string): text is keyof typeof units => Object.hasOwn(units, text);

/** A range up to now in words: `Last 6 hours`; nothing of others. */
const relative = ({ from, to }: RawRange, language: 'ko' | 'en'): string | undefined => {
  const [, count = '', unit = ''] = /^now-(\d+)([smhdwMy])$/.exec(from) ?? [];
  if (to !== 'now' || !isUnit(unit)) return undefined;
  const word = units[unit][language];
  return language === 'ko' ? `최근 ${count}${word}` : `Last ${count} ${word}${count === '1' ? '' : 's'}`;
};

/** A moment as people write it, in a zone. */
export const momentText = (time: number, timeZone: string): string =>
  dateTimeFormat(time, { timeZone, format: 'YYYY-MM-DD HH:mm:ss' });

/** A range as it is shown: in words where it ends now, else by its ends; the day once where it is the same. */
export const rangeText = (
  raw: RawRange,
  [from, to]: readonly [number, number],
  timeZone: string,
  language: 'ko' | 'en',
): string => {
  const [start, end] = [momentText(from, timeZone), momentText(to, timeZone)];
  const day = end.slice(0, 11);
  return relative(raw, language) ?? `${start} – ${start.startsWith(day) ? end.slice(day.length) : end}`;
};
