import { baseline } from './baseline.js';
import type { Control, Violation } from './control.js';
import type { Pod } from './pod.js';
import { restricted } from './restricted.js';

/** Every control of the Pod Security Standards. */
export const controls: readonly Control[] = [...baseline, ...restricted];

/** What of a pod the profile `restricted` does not allow, with the control that says so. */
export const violationsOf = (pod: Pod): readonly (Violation & Pick<Control, 'name' | 'level'>)[] =>
  controls.flatMap(({ name, level, violations }) =>
    violations(pod).map((each) => ({ ...each, name, level })),
  );

/** The strictest profile that a pod keeps to: what the label `pod-security.kubernetes.io/enforce` of its namespace may say. */
export const profileOf = (pod: Pod): 'restricted' | 'baseline' | 'privileged' => {
  const found = violationsOf(pod);
  if (found.length === 0) return 'restricted';
  return found.some(({ level }) => level === 'baseline') ? 'privileged' : 'baseline';
};
