import { textAt } from '#ground/json.js';
import type { Json } from '#incoming/dashboards/read.js';
import { askedSource } from '#incoming/dashboards/source-of.js';

/** One side of the comparison. */
export interface Side {
  readonly model: Json;
  /** The uid of the application's own Prometheus, which is asked where a dashboard leaves it open. */
  readonly own?: string;
}

/** What is asked; nothing where it is the application's own Prometheus. */
export const sourceOf = (given: unknown, { model, own }: Side): unknown => {
  const source = askedSource(given, model);
  return own !== undefined && textAt(source, 'uid') === own ? undefined : source;
};
