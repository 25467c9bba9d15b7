import { byKey } from '#ground/by-key.js';
import type { Judged } from './law.js';

/**
 * A place as laws look at it that are said in two steps: each of its applications alone, with its objects, and at last what is beside them,
 * without any application. What others have made is beside them.
 */
const apart = ({ applications, objects, cluster, ...rest }: Judged): readonly Judged[] => {
  const of = byKey(objects, ({ application }) => application);
  const names = new Set(applications.map(({ name }) => name));
  const within = (some: Judged['applications']): Pick<Judged, 'applications' | 'cluster'> => ({
    applications: some,
    ...(cluster && { cluster: { ...cluster, applications: some } }),
  });
  return [
    ...applications.map((each) => ({ ...within([each]), objects: of.get(each.name) ?? [] })),
    { ...rest, ...within([]), objects: objects.filter(({ application }) => !names.has(application)) },
  ];
};

const known = new WeakMap<Judged, readonly Judged[]>();

/** Of one place it is found once, for all laws. */
export const alone = (judged: Judged): readonly Judged[] => {
  const ones = known.get(judged) ?? apart(judged);
  known.set(judged, ones);
  return ones;
};
