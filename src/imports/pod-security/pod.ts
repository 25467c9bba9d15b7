import { type Field, isObject, valueAt } from '#ground/field.js';

/** A pod as it will be made: a Pod, or what a workload makes pods of. */
export interface Pod {
  /** Where it stands in its manifest: nowhere in particular for a Pod. */
  readonly at: Field;
  /** With its `metadata` and its `spec`. */
  readonly template: object;
}

/** Where each kind keeps what it makes pods of. */
const templates: Readonly<Record<string, Field>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Deployment: ['spec', 'template'],
  Job: ['spec', 'template'],
  Pod: [],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
};

/** The pod that comes of a manifest; nothing of a kind that makes none. */
export const podOf = (manifest: { readonly kind: string }): Pod | undefined => {
  const at = templates[manifest.kind];
  const template = at && valueAt(manifest, at);
  return at && isObject(template) ? { at, template } : undefined;
};

const containerLists = ['containers', 'initContainers', 'ephemeralContainers'];

const itemsAt = (root: unknown, list: Field): readonly Field[] => {
  const items = valueAt(root, list);
  return Array.isArray(items) ? items.map((_, i) => [...list, i]) : [];
};

/** Items of a list of the pod. */
export const itemsOf = ({ template }: Pod, ...list: Field): readonly Field[] => itemsAt(template, list);

/** Every container, by its field. */
export const containersOf = (pod: Pod): readonly Field[] =>
  containerLists.flatMap((list) => itemsOf(pod, 'spec', list));

/** What stands at a field of the pod. */
export const of = ({ template }: Pod, field: Field): unknown => valueAt(template, field);

/** The same field of every security context: of the pod, and of each container. */
export const contextsOf = (pod: Pod, ...field: Field): readonly Field[] =>
  [['spec'], ...containersOf(pod)].map((at) => [...at, 'securityContext', ...field]);
