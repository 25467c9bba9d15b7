import { dashboardHref } from '#browser/frame/route.js';
import type { Incident } from '#browser/wire/preview.js';

/** An hour on either side: what led to it, and what came of it. */
const margin = 3_600_000;

/** A dashboard at the time of an incident. It ends `now` at the latest: after that there is no data, and what is asked at the end finds nothing. */
export const dashboardAt = (uid: string, { from, to }: Incident, now = Infinity): string =>
  dashboardHref(
    uid,
    new URLSearchParams({ from: String(from - margin), to: String(Math.min(to + margin, now)) }),
  );
