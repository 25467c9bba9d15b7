import type { Application } from '#application/application.js';
import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { estate } from '../../estate.js';

// By their names, and not from their files: whoever takes an application out of the estate touches no imports of others.
const found = <T extends { readonly name: string }>(all: readonly T[], name: string): T => {
  const one = all.find((each) => each.name === name);
  if (!one) throw new Error(`${name} has left the estate: take the programs that are tried for it along`);
  return one;
};

export const maintenance: Application = found(estate, 'maintenance');
export const websiteMonitoring: Instrumentation = found(maintenance.instrumentation, 'website');
