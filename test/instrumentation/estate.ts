import type { Application } from '#application/application.js';
import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { estate } from '../estate.js';

// By their names, and not from their files: whoever takes an application out of the estate touches no imports of others.
const found = <T extends { readonly name: string }>(all: readonly T[], name: string): T => {
  const one = all.find((each) => each.name === name);
  if (!one) throw new Error(`${name} has left the estate: take the programs that are tried for it along`);
  return one;
};

export const applicationOf = (name: string): Application => found(estate, name);

/** The module of an application's own side, by both names. */
export const moduleOf = (application: string, name: string): Instrumentation =>
  found(applicationOf(application).instrumentation, name);

/** The catalogue of a module that has a metric. */
export const catalogOf = ({ catalogs }: Instrumentation, metric: string): MetricCatalog => {
  const catalog = catalogs.find((each) => Object.values(each).some(({ info }) => info.name === metric));
  if (!catalog) throw new Error(`no catalogue has ${metric}`);
  return catalog;
};
