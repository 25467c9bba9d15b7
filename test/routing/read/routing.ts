import { writtenIn } from '#ground/yaml-objects.js';
import { configurationOf } from '#routing/read/configuration.js';
import { readRouting } from '#routing/read/read.js';

/** What is read of a file. */
export const readOf = (text: string, file = 'alertmanager.yml') => {
  const read = writtenIn({ file, text }).map(readRouting);
  return {
    routings: read.flatMap(({ routing }) => routing ?? []),
    faults: read.flatMap(({ faults }) => faults),
  };
};

/** The Alertmanager that it describes. */
export const configurationIn = (text: string) => configurationOf(readOf(text).routings);

/** What is wrong with it, as a person reads it. */
export const faultsOf = (text: string): readonly string[] =>
  readOf(text).faults.map(({ where, why, cure }) => `${where}: ${why}; ${cure}`);
