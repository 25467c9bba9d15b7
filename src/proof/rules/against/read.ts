import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '#ground/usage.js';
import { reason } from '#proof/tools/reason.js';
import { type Exported, together } from '#rules/against/exported.js';
import { usesIn } from '#rules/metrics/uses.js';
import type { Understood } from '#rules/understood.js';
import { exportedBy } from './exposition.js';
import { fetched, urlOf } from './fetched.js';
import { type Wanted, exportedIn } from './prometheus.js';

const isAddress = (source: string): boolean => /^https?:\/\//.test(source);
/** A program's own metrics; else an address is a Prometheus's. */
const isOfProgram = (address: string): boolean => /\/metrics$/.test(new URL(address).pathname);

const fileOf = async (source: string, folder: string): Promise<string> => {
  try {
    return await readFile(resolve(folder, source), 'utf8');
  } catch (error) {
    throw new UsageError([`--against ${source} cannot be read: ${reason(error)}`]);
  }
};

/** The labels that rules read of each metric. */
const wantedBy = ({ of }: Understood): Wanted => {
  const found = new Map<string, Set<string>>();
  for (const result of of.values())
    for (const { metric, labels } of 'expr' in result ? usesIn(result.expr) : []) {
      const known = found.get(metric) ?? new Set();
      labels.forEach((label) => known.add(label));
      found.set(metric, known);
    }
  return new Map([...found].map(([name, labels]) => [name, [...labels]]));
};

/**
 * What is there to be read, of all that `--against` names: saved `/metrics`, their addresses, those of a Prometheus.
 *
 * @param folder Where somebody typed the command: names of files are of it.
 * @throws UsageError on what cannot be read, or is neither.
 */
export const readAgainst = async (
  sources: readonly string[],
  read: Understood,
  folder: string,
): Promise<Exported> =>
  together(
    await Promise.all(
      sources.map(async (source) => {
        if (isAddress(source) && !URL.canParse(source))
          throw new UsageError([`--against ${source} is no address; write e.g. http://localhost:9090`]);
        if (!isAddress(source)) return exportedBy(await fileOf(source, folder), source);
        return isOfProgram(source)
          ? exportedBy(await fetched(urlOf(source), source), urlOf(source).href)
          : exportedIn(source, wantedBy(read));
      }),
    ),
  );
