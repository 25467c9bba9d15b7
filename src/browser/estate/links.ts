import { dashboardHref } from '#browser/frame/route.js';
import type { Incident } from '#browser/wire/preview.js';

/** An hour on either side: what led to it, and what came of it. */
const margin = 3_600_000;

/** A dashboard at the time of an incident. */
export const dashboardAt = (uid: string, { from, to }: Incident): string =>
  dashboardHref(uid, new URLSearchParams({ from: String(from - margin), to: String(to + margin) }));
