import { isObject } from '#ground/field.js';
import {
  type Shape,
  aFunction,
  aNumber,
  exactly,
  fields,
  length,
  listOf,
  named,
  text,
} from '#ground/shape.js';
import { storeShape } from './store.js';

const aShare = exactly({}, { request: aNumber, limit: aNumber });
const resources = exactly({}, { cpu: aShare, memory: aShare });
const running = { resources, change: aFunction };
const aLimit = fields({ value: aNumber, unit: text });

/** What tracing is described by, where types were put aside. */
export const tracingShape: Shape = exactly(
  { store: storeShape, slow: aLimit },
  {
    ...{ keeps: aLimit, traces: aLimit, spansPerTrace: aNumber, combinations: aNumber },
    ...{
      decisionWait: length,
      interval: length,
      image: named,
      registry: text,
      imagePullSecrets: listOf(text),
    },
    gateway: exactly({}, { ...running, replicas: aNumber }),
    agent: (where, value) => (value === false ? [] : exactly({}, running)(where, value)),
  },
);

/** Whether a value is what `tracing` makes. */
export const isTracing = (value: unknown): boolean =>
  isObject(value) && 'decisionWait' in value && 'gateway' in value;
