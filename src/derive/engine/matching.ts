import type { VectorMatching } from '#promql/expr/ast.js';
import { type Intern, dropping, keeping, nameLabel } from './labels.js';
import type { LabelSet } from './world.js';

/** The labels by which series of two sides find each other. */
export const matchedBy = (
  matching: VectorMatching | undefined,
  intern: Intern,
): ((labels: LabelSet) => LabelSet) =>
  matching?.type === 'on'
    ? keeping(intern, matching.labels)
    : dropping(intern, [...(matching?.labels ?? []), nameLabel]);
