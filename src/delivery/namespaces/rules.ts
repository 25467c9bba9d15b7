import { apiResourceOf } from '#imports/api-resource.js';
import type { Manifest } from '#imports/manifest.js';

/** What is done with what is delivered: looked at, written by server-side apply, which patches, and pruned. */
const verbs = ['get', 'list', 'watch', 'create', 'patch', 'delete'] as const;

const letters = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The rules of a Role by which exactly these objects can be delivered: one for each API group, and no kind that is not among them. */
export const rulesFor = (manifests: readonly Manifest[]) => {
  const resources = manifests.map(apiResourceOf);
  return [...new Set(resources.map(({ group }) => group))].sort(letters).map((group) => ({
    apiGroups: [group],
    resources: [
      ...new Set(resources.filter((each) => each.group === group).map(({ plural }) => plural)),
    ].sort(letters),
    verbs: [...verbs],
  }));
};
