import type { Language } from '#browser/frame/language.js';

const units = {
  ko: { day: '일', hour: '시간', minute: '분', second: '초', gap: ' ' },
  en: { day: ' d', hour: ' h', minute: ' min', second: ' s', gap: ' ' },
} as const;

/** A length of time in seconds as people say it, in two units at most: `4.2 s`, `1 min 30 s`. */
export const span = (seconds: number, language: Language): string => {
  const words = units[language];
  const whole = Math.round(Math.max(seconds, 0));
  if (whole < 10) return `${Math.round(Math.max(seconds, 0) * 10) / 10}${words.second}`;
  const parts = [
    [Math.floor(whole / 86_400), words.day],
    [Math.floor(whole / 3600) % 24, words.hour],
    [Math.floor(whole / 60) % 60, words.minute],
    [whole % 60, words.second],
  ] as const;
  const from = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(from, from + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(words.gap);
};

const inSeconds: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** A length of time as Prometheus writes it, `1h30m`, as people say it; what is none stays as it is. */
export const spoken = (duration: string, language: Language): string =>
  /^(\d+(ms|[smhdwy]))+$/.test(duration)
    ? span(
        [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
          (sum, [, count, unit = 's']) => sum + Number(count) * (inSeconds[unit] ?? 1),
          0,
        ),
        language,
      )
    : duration;
