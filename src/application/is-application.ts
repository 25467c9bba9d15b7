import { isObject } from '#ground/field.js';
import type { Application } from './application.js';

/** Whether a value is what `application` makes. */
export const isApplication = (value: unknown): value is Application =>
  isObject(value) && 'agentNamespace' in value && 'groups' in value && 'routing' in value;
