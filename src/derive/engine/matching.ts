import type { VectorMatching } from '#promql/expr/ast.js';
import { dropping, keeping, nameLabel } from './labels.js';
import type { LabelSet } from './world.js';

/** The labels by which series of two sides find each other. */
export const matchedBy = (matching: VectorMatching | undefined): ((labels: LabelSet) => LabelSet) =>
  matching?.type === 'on' ? keeping(matching.labels) : dropping([...(matching?.labels ?? []), nameLabel]);
