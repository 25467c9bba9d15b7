import type { Incident } from '#browser/wire/preview.js';
import type { Estate } from '#synth/estate/home.js';
import type { PreviewData } from './kept.js';

export interface PreviewDataSpec {
  /** The place at which each application is taken that runs there; of others the host where they run on one, else their first cluster. */
  readonly place?: string;
  /** The names of the alerts that have an incident; one critical and one warning of each application unless given. */
  readonly incidents?: readonly string[];
  /** Told in a line what is being done, where it takes longer than two seconds: `applications: 3 of 5`. */
  readonly progress?: (line: string) => void;
}

/** Makes, or finds as it was made before, what a Prometheus holds of this estate. */
export const previewData = async (estate: Estate, spec: PreviewDataSpec = {}): Promise<PreviewData> => {
  throw new Error(`${estate.output}${spec.place}`);
};
export type { Incident };
