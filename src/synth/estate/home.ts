import { type Host, isHost } from '#application/host/host.js';
import { type Cluster, isCluster } from '#cluster/cluster.js';
import { type Fault, refuse } from '#ground/fault.js';
import { aFunction, exactly, listOf, madeBy, text } from '#ground/shape.js';
import type { OwnLaw } from '#laws/law.js';
import { sealedFolderFaults } from './sealed-folders.js';

/** All that is monitored, and where what is made of it is written. */
export interface Estate {
  /** Where everything runs: clusters with their applications, as manifests, and hosts with theirs, as plain files. Each is a folder of `output`. */
  readonly places: readonly (Cluster | Host)[];
  /** What must hold in each place beside the laws that hold everywhere. */
  readonly laws: readonly OwnLaw[];
  /** The folder of all places, of which ArgoCD reads those of clusters: all that stands in it is made here. */
  readonly output: string;
  /** The folder of pages for people: in it stand `runbooks/` and `secrets/`, all of which is made here. */
  readonly docs: string;
  /** The folder of what applications export by, where any says: a folder for each, all of which is made here. */
  readonly instrumentation: string;
}

export type EstateSpec = Pick<Estate, 'places'> & Partial<Omit<Estate, 'places'>>;

/** Those of the places that are clusters. */
export const clustersOf = ({ places }: Pick<Estate, 'places'>): readonly Cluster[] =>
  places.filter((each) => each.of === 'cluster');
/** Those that are hosts. */
export const hostsOf = ({ places }: Pick<Estate, 'places'>): readonly Host[] =>
  places.filter((each) => each.of === 'host');

/** A folder below that of the estate. */
const isBelow = (folder: string): boolean =>
  folder !== '' && folder.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

type Folders = Pick<Estate, 'output' | 'docs' | 'instrumentation'>;

/** What the path of each folder usually is. */
const usually: Folders = { output: 'dist', docs: 'docs', instrumentation: 'instrumentation' };

/** Whether of two folders one is in the other, or is it. */
const holdEachOther = (one: string, another: string): boolean =>
  `${one}/`.startsWith(`${another}/`) || `${another}/`.startsWith(`${one}/`);

const folderFaults = (folders: Folders): readonly Fault[] => {
  const { output, docs, instrumentation } = folders;
  const pages = ['runbooks', 'secrets'].map((name) => `${docs}/${name}`);
  const another = (where: keyof Folders, others: readonly string[]): readonly Fault[] =>
    others
      .filter((folder) => holdEachOther(folder, folders[where]))
      .slice(0, 1)
      .map((folder) => ({
        where,
        what: folders[where],
        code: 'written-twice' as const,
        why: `${folders[where]}/ and ${folder}/ would hold each other, and each is written as a whole`,
        cure: 'give each a folder of its own',
      }));
  return [
    ...Object.entries({ output, docs, instrumentation })
      .filter(([, folder]) => !isBelow(folder))
      .map(([where, folder]) => ({
        where,
        what: folder,
        code: 'leads-out-of-its-folder' as const,
        why: `'${folder}' is no folder below that of the estate`,
        cure: `write its path from there: ${where === 'output' ? usually.output : where === 'docs' ? usually.docs : usually.instrumentation}`,
      })),
    ...another('output', pages),
    ...another('instrumentation', [output, ...pages]),
  ];
};

const isPlace = (value: unknown): boolean => isCluster(value) || isHost(value);
const shape = exactly(
  {
    places: listOf(
      madeBy("cluster('…', { … }) or host(…)", (value) => value === undefined || isPlace(value)),
    ),
  },
  { laws: listOf(aFunction), output: text, docs: text, instrumentation: text },
);

/** What releases before 0.8 called by these names are places. */
const before = ['applications', 'hosts'];
const renamed = (spec: object): readonly Fault[] =>
  before
    .filter((field) => field in spec)
    .map((field) => ({
      where: field,
      what: field,
      code: 'no-such-field',
      why: `an estate is a list of places, each with its applications, and has no '${field}' beside`,
      cure: "write places: [cluster('production', { applications: […] }), host(…)]",
    }));

/**
 * The estate, which `main.ts` exports: `export default estate({ places: [cluster('production', { applications: [shop] })] })`.
 *
 * @throws Refusal on places that were not made as such, on folders that are none, or that would hold each other.
 */
export const estate = (spec: EstateSpec): Estate => {
  const old = renamed(spec);
  refuse('estate', old.length > 0 ? old : shape('', spec));
  const { places, laws = [], output = 'dist', docs = 'docs', instrumentation = 'instrumentation' } = spec;
  refuse('estate', [
    ...folderFaults({ output, docs, instrumentation }),
    // What could not be made, of an estate of which a file throws, is told of that file.
    ...sealedFolderFaults(clustersOf({ places: places.filter((each) => each !== undefined) }), [
      output,
      `${docs}/runbooks`,
      `${docs}/secrets`,
      instrumentation,
    ]),
  ]);
  return { places, laws, output, docs, instrumentation };
};

/** Whether a value is what `estate` makes. */
export const isEstate = (value: unknown): value is Estate =>
  typeof value === 'object' && value !== null && 'places' in value && 'output' in value;
