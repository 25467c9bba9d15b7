import { commands } from '../command.js';
import type { Hours } from '../rule/hours.js';

/** Hours as texts name them: `09:00–15:30 Asia/Seoul`. */
export const inWords = ({ from, to, timeZone }: Hours): string => `${from}–${to} ${timeZone}`;

/** How an alert that keeps hours is put off for a day on which nothing is expected. */
export const holiday = commands(
  "amtool silence add alertname=<alertname> --duration=8h --comment='public holiday' --alertmanager.url=<url>",
);
