import type { ApiObject } from 'cdk8s/lib/api-object.js';
import { JsonPatch } from 'cdk8s/lib/json-patch.js';

/** Gives an object other labels than its chart gives it; one that is undefined is taken away. */
export const relabel = (
  object: ApiObject,
  labels: Readonly<Record<string, string | undefined>> = {},
): void => {
  Object.entries(labels).forEach(([label, value]) => {
    const path = `/metadata/labels/${label.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    object.addJsonPatch(value === undefined ? JsonPatch.remove(path) : JsonPatch.add(path, value));
  });
};
