import type { Hours } from '#alerts/rule/hours.js';

/** Hours as texts name them: `09:00–15:30 Asia/Seoul`. */
export const inWords = ({ from, to, timeZone }: Hours): string => `${from}–${to} ${timeZone}`;
