import type { Pods } from './end.js';

/** Whether pods with these labels, all of which are known, are among those that a connection leads to. */
export const isWithin = ({ namespace, labels }: Pick<Pods, 'namespace' | 'labels'>, among: Pods): boolean =>
  among.namespace === namespace &&
  Object.keys(among.labels).length > 0 &&
  Object.entries(among.labels).every(([label, value]) => labels[label] === value);
