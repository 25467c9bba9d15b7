import { type Duration, duration, inSeconds } from './duration.js';
import type { Localized } from './language.js';
import { rememberedByText } from './remembered.js';

const words = {
  ms: ['밀리초', 'millisecond'],
  s: ['초', 'second'],
  m: ['분', 'minute'],
  h: ['시간', 'hour'],
  d: ['일', 'day'],
  w: ['주', 'week'],
} as const;

const isUnit = (text: string): text is keyof typeof words => Object.hasOwn(words, text);

/** A duration as texts say it: `2분`, `2 minutes`. */
export const spoken = (length: Duration): Localized => shortest(duration(inSeconds(length)));

const shortest = rememberedByText((length): Localized => {
  const [, amount = '', unit = ''] = /^(\d+)(\D+)$/.exec(length) ?? [];
  const [ko, en] = isUnit(unit) ? words[unit] : [unit, unit];
  return { ko: `${amount}${ko}`, en: `${amount} ${en}${amount === '1' ? '' : 's'}` };
});
