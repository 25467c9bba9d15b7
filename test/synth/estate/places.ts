import { textsIn } from '#synth/publishing/content.js';
import type { Fault } from '#ground/fault.js';
import { type EstateSpec, estate } from '#synth/estate/home.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { EstateRefusal } from '#synth/refusal.js';
import { synthesize } from '#synth/synthesize.js';

/** What is written of places: manifests, files and runbooks, by their paths. */
export const writtenOf = (places: EstateSpec['places']): ReadonlyMap<string, string> => {
  const { charts, laws, files, pages } = synthesisOf(estate({ places }));
  return new Map([
    ...synthesize(charts, laws),
    ...textsIn(files),
    ...Object.values(pages).flatMap((texts) => [...textsIn(texts)]),
  ]);
};

/** What is wrong with them. */
export const faultsOf = (places: EstateSpec['places']): readonly Fault[] => {
  try {
    writtenOf(places);
    return [];
  } catch (error) {
    if (error instanceof EstateRefusal) return error.faults;
    throw error;
  }
};
