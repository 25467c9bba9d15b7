import { text } from 'node:stream/consumers';
import type { Cluster } from '#cluster/cluster.js';
import { instead } from '#ground/nearest.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError, readWords } from '#ground/usage.js';
import { secretFaults } from './check/check.js';
import { keptSecrets } from './check/kept.js';
import { sealedFaults } from './folder/check.js';
import { neededIn } from './needed.js';
import { isSealed } from './sealed.js';
import { type Judged, judgedJson, judgedText } from './told.js';

const options = { cluster: { type: 'string' }, json: { type: 'boolean' } } as const;
const tasks = ['check', 'sealed'];

/** What there is to read, and whether somebody would have to type it. */
export interface Input {
  readonly isTTY: boolean;
  readonly read: () => Promise<string>;
}

const standardInput: Input = {
  isTTY: process.stdin.isTTY === true,
  read: () => text(process.stdin),
};

const chosen = (clusters: readonly Cluster[], name: string | undefined): readonly Cluster[] => {
  if (name === undefined) return clusters;
  const found = clusters.find((each) => each.name === name);
  const names = clusters.map((each) => each.name);
  if (found !== undefined) return [found];
  throw new UsageError([`--cluster ${name}: the estate has no such cluster; ${instead(name, names)}`]);
};

/** The folder of the estate, and that of its pages below. */
interface Where {
  readonly root: string;
  readonly docs: string;
}

const pageOf = ({ name }: Cluster, docs: string): string => `${docs}/secrets/${name}.md`;

/** The cluster whose Secrets are read. */
const theOne = (clusters: readonly Cluster[]): Cluster => {
  const [only, ...more] = clusters;
  if (only === undefined) throw new UsageError(['the estate has no cluster, and Secrets are of clusters']);
  if (more.length === 0) return only;
  const names = clusters.map(({ name }) => name).join(', ');
  throw new UsageError([`the estate has several clusters, ${names}: say which, --cluster ${only.name}`]);
};

const checked = async (
  clusters: readonly Cluster[],
  { root, docs }: Where,
  input: Input,
): Promise<Judged> => {
  const cluster = theOne(clusters);
  if (input.isTTY)
    throw new UsageError([
      'standard input is a terminal: kubectl get secrets -A -o json | cheomseong secrets check',
    ]);
  const kept = keptSecrets(await input.read());
  const page = pageOf(cluster, docs);
  return {
    ...{ name: cluster.name, secrets: neededIn(cluster).length },
    faults: [...secretFaults(cluster, kept, page), ...sealedFaults(cluster, root, page)],
  };
};

const sealedIn = (clusters: readonly Cluster[], { root, docs }: Where): readonly Judged[] => {
  const sealing = clusters.filter(({ secrets }) => secrets.by === 'sealed-secrets');
  if (sealing.length === 0)
    throw new UsageError([
      "no cluster keeps sealed Secrets: write cluster('production', { secrets: sealedSecrets('sealed/production') })",
    ]);
  return sealing.map((cluster) => ({
    ...{ name: cluster.name, secrets: neededIn(cluster).filter(isSealed).length },
    faults: sealedFaults(cluster, root, pageOf(cluster, docs)),
  }));
};

/** What the command needs of an estate. */
export interface OfEstate {
  readonly clusters: readonly Cluster[];
  /** The folder of pages. */
  readonly docs: string;
}

/**
 * `cheomseong secrets`.
 *
 * @throws UsageError on what cannot be done, and on standard input that lists no Secrets; nothing of what was read is in its message.
 */
export const secretsCommand = async (
  args: readonly string[],
  { out, colour, root }: Surface,
  { clusters, docs }: OfEstate,
  input: Input = standardInput,
): Promise<ExitCode> => {
  const { words, isGiven, text: given } = readWords(args, options, 1);
  const [task] = words;
  if (task === undefined || !tasks.includes(task))
    throw new UsageError([
      task === undefined
        ? 'what is to be done is missing: cheomseong secrets check'
        : `there is no secrets ${task}: ${instead(task, tasks)}`,
    ]);
  const those = chosen(clusters, given('cluster'));
  const where = { root, docs };
  const judged = task === 'check' ? [await checked(those, where, input)] : sealedIn(those, where);
  const state = task === 'check' ? 'there' : 'sealed';
  out.write(isGiven('json') ? judgedJson(judged) : judgedText(judged, state, colour));
  return judged.some(({ faults }) => faults.length > 0) ? exitCodes.faults : exitCodes.well;
};
