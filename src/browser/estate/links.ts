import { applicationHref, dashboardHref } from '#browser/frame/route.js';
import type { ApplicationShown, Incident } from '#browser/wire/preview.js';

/** An hour on either side: what led to it, and what came of it. */
const margin = 3_600_000;

/** A dashboard at the time of an incident. It ends `now` at the latest: after that there is no data, and what is asked at the end finds nothing. */
export const dashboardAt = (uid: string, { from, to }: Incident, now = Infinity): string =>
  dashboardHref(
    uid,
    new URLSearchParams({ from: String(from - margin), to: String(Math.min(to + margin, now)) }),
  );

/** An alert's card on the page of its application. */
export const alertAt = ({ place, name }: Pick<ApplicationShown, 'place' | 'name'>, alert: string): string =>
  applicationHref(place, name, new URLSearchParams({ alert }));
