import { isObject } from '#ground/field.js';
import { selected } from './platform.js';

const parts = ['versions', 'selects', 'prometheus', 'operator', 'engine'] as const;

/** Whether a value is a platform, as `kubePrometheusStack` makes it, whatever was changed of it since. */
export const isPlatform = (value: unknown): boolean => {
  if (!isObject(value) || !parts.every((part) => isObject(value[part]))) return false;
  const { selects, secrets } = value;
  return isObject(selects) && selected.every((what) => isObject(selects[what])) && Array.isArray(secrets);
};
