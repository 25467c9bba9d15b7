/**
 * What the pages of a preview take for now, in seconds since 1970: Wednesday, 18 March 2026, 14:30 in Seoul. It stands still, so that the
 * same code draws the same pictures; it is a working day on which nothing is closed, in the hours that alerts keep, after the peak at noon, and
 * in the past of whoever looks, as Prometheus stores nothing of the future.
 */
export const now = Date.UTC(2026, 2, 18, 5, 30) / 1000;

const hour = 3600;
/** Seoul keeps no summer time. */
const seoul = 9 * hour;

const bump = (at: number, middle: number, width: number): number => Math.exp(-(((at - middle) / width) ** 2));

/**
 * How much is going on at a time, in seconds since 1970, against a usual noon of a working day: a fifth of it at night, most at lunch, more once
 * again in the evening, and a quarter less at weekends. No day is as the day before: a little more or less, slowly.
 */
export const traffic = (at: number): number => {
  const known = reckoned.get(at);
  if (known !== undefined) return known;
  const busy = trafficAt(at);
  reckoned.set(at, busy);
  return busy;
};

/** Thousands of series ask for the same times. */
const reckoned = new Map<number, number>();

const trafficAt = (at: number): number => {
  const local = at + seoul;
  const ofDay = (local % (24 * hour)) / hour;
  // 1 January 1970 was a Thursday.
  const day = (Math.floor(local / (24 * hour)) + 4) % 7;
  const weekday = day === 0 || day === 6 ? 0.75 : 1;
  const busy = 0.62 * bump(ofDay, 13.5, 4.6) + 0.22 * bump(ofDay, 12.4, 1) + 0.36 * bump(ofDay, 19.2, 2);
  return weekday * (0.2 + busy) * (1 + 0.07 * Math.sin((2 * Math.PI * (at - now)) / (2.7 * 24 * hour)));
};

/** How far back samples are as dense as they are scraped, in seconds: what a dashboard of six hours shows, and the windows before. */
export const dense = 7 * hour;
/** How far back there are samples for records, in seconds; before that what they record repeats itself week by week. */
export const repeating = 9 * 24 * hour;
/** How far back they are a minute apart, in seconds, where a panel shows so much. */
export const middling = 26 * hour;
/** Seconds between samples before that, where anything reads them: two are in each window of five minutes. */
export const sparse = 150;
