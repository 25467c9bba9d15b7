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
