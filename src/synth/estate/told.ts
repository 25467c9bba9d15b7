import type { Fault } from '#ground/fault.js';
import type { Application } from '#application/application.js';

/** A place with all that is wrong in it. */
interface Judged {
  readonly name: string;
  readonly applications: readonly Application[];
  readonly faults: readonly Fault[];
}

/** The application of which a fault tells. */
const applicationOf = ({ where }: Fault): string => /^[^/]*/.exec(where)?.[0] ?? '';

const has = ({ applications }: Judged, name: string): boolean =>
  applications.some((each) => each.name === name);

/**
 * Faults of places, each once: what is wrong with an application wherever it runs is told without its place, what is wrong in one of several
 * says in which. A host that is called like its application is said by that.
 */
export const toldOnce = (places: readonly Judged[]): readonly Fault[] => {
  const told = new Map<string, { readonly fault: Fault; readonly names: string[] }>();
  for (const { name, faults } of places)
    for (const fault of faults) {
      const key = JSON.stringify(fault);
      const known = told.get(key);
      if (known) known.names.push(name);
      else told.set(key, { fault, names: [name] });
    }
  return [...told.values()].flatMap(({ fault, names }) => {
    const name = applicationOf(fault);
    const others = places.filter((each) => has(each, name) && !names.includes(each.name));
    return others.length === 0
      ? [fault]
      : [...new Set(names)].map((place) =>
          place === name ? fault : { ...fault, where: `${place}/${fault.where}` },
        );
  });
};
