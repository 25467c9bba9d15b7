import { withoutVariables } from '#dashboards/raw-expression.js';
import { canonical } from '#incoming/parity/canonical.js';

/** Whether two texts are one expression: as trees where both can be read, else as they stand. */
export const isSameExpression = (one: string, other: string): boolean =>
  one === other || canonical(withoutVariables(one)) === canonical(withoutVariables(other));
