import type { Schema } from './schema.js';

/** How an operator finds the servers that an object is for: by their labels. Without any it is for all of them. */
export interface Instances {
  readonly matchLabels?: Readonly<Record<string, string>>;
}
export const instanceSelector: Schema = {
  type: 'object',
  properties: { matchLabels: { type: 'object', additionalProperties: { type: 'string' } } },
};
