import { isObject } from '#ground/field.js';
import type { Shape } from '#ground/shape.js';

/** Options of a kind of panel that nobody here knows: as its JSON has them. */
export const options: Shape = (where, value) =>
  isObject(value)
    ? []
    : [
        {
          where,
          what: '',
          code: 'wrong-type',
          why: 'it is no object of options',
          cure: "write them as in the panel's JSON",
        },
      ];
