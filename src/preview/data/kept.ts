import type { Incident } from '#browser/wire/preview.js';

/** A folder as Prometheus stores it, with what happened in it. */
export interface PreviewData {
  readonly folder: string;
  /** Until when there is data, in milliseconds since 1970: what the pages take for now. */
  readonly now: number;
  readonly incidents: readonly Incident[];
}
