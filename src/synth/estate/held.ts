import type { Application } from '#application/application.js';
import { laterOf } from '#application/later/later.js';
import { rememberedText } from '#application/later/question.js';
import { concluded } from '#application/later/together.js';
import type { Cluster } from '#cluster/cluster.js';
import type { Fault } from '#ground/fault.js';
import type { Rendered } from '#imports/render.js';
import type { HeldLaw } from '#laws/law.js';

/** What is held to laws: the applications of a place, and the cluster that they are in. */
interface Place {
  readonly applications: readonly Application[];
  readonly cluster?: Cluster;
}

const ofApplications = new WeakMap<readonly Rendered[], ReadonlyMap<string, readonly Rendered[]>>();

/** The objects of each folder of a place. */
const byFolder = (objects: readonly Rendered[]): ReadonlyMap<string, readonly Rendered[]> => {
  const known = ofApplications.get(objects);
  if (known !== undefined) return known;
  const found = new Map<string, Rendered[]>();
  for (const each of objects) {
    const own = found.get(each.application);
    if (own === undefined) found.set(each.application, [each]);
    else own.push(each);
  }
  ofApplications.set(objects, found);
  return found;
};

const alone = (place: Place, applications: readonly Application[]): Place => ({
  applications,
  ...(place.cluster && { cluster: { ...place.cluster, applications } }),
});

const faultsIn = (text: string): readonly Fault[] => JSON.parse(text);

/**
 * What a law says of a place. Of applications that are made later only what it must know of each is asked, by the law's name: those of which
 * it was asked before are not made.
 */
export const heldTo = (
  law: HeldLaw,
  name: string,
  place: Place,
  objects: readonly Rendered[],
): readonly Fault[] => {
  const { apart } = law;
  const { applications } = place;
  if (apart === undefined || !applications.some((each) => laterOf(each))) return law({ ...place, objects });
  const folders = byFolder(objects);
  const asked = `law ${name}`;
  const summaryOf = (application: Application): string =>
    rememberedText(application, asked, (made) =>
      apart.summary({ ...alone(place, [made]), objects: folders.get(application.name) ?? [] }),
    );
  const names = new Set(applications.map((application) => application.name));
  const beside = [...folders].flatMap(([folder, own]) => (names.has(folder) ? [] : own));
  const ofBeside = apart.summary({ ...alone(place, []), objects: beside });
  const told = concluded(applications, { name: asked, question: asked, given: ofBeside }, summaryOf, () => {
    const faults = apart.judge([...applications.map(summaryOf), ofBeside]);
    return faults && JSON.stringify(faults);
  });
  return told === undefined ? law({ ...place, objects }) : faultsIn(told);
};
