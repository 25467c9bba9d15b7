import type { Application } from '#application/application.js';
import type { Host } from '#application/host/host.js';
import { type Fault, refuse } from '#ground/fault.js';
import type { OwnLaw } from '#laws/law.js';

/** All that is monitored, and where what is made of it is written. */
export interface Estate {
  /** Every application, as manifests for Kubernetes. */
  readonly applications: readonly Application[];
  /** Those that run on a host, by Docker Compose: the same values as plain files. */
  readonly hosts: readonly Host[];
  /** What must hold over the whole beside the laws that hold everywhere. */
  readonly laws: readonly OwnLaw[];
  /** The folder of manifests, which ArgoCD reads: all that stands in it is made here. */
  readonly output: string;
  /** The folder of pages for people: in it stand `runbooks/`, all of which is made here, and `secrets.md`. */
  readonly docs: string;
}

export type EstateSpec = Pick<Estate, 'applications'> & Partial<Omit<Estate, 'applications'>>;

/** A folder below that of the estate. */
const isBelow = (folder: string): boolean =>
  folder !== '' && folder.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const folderFaults = ({ output, docs }: Pick<Estate, 'output' | 'docs'>): readonly Fault[] => [
  ...Object.entries({ output, docs })
    .filter(([, folder]) => !isBelow(folder))
    .map(([where, folder]) => ({
      where,
      what: folder,
      code: 'leads-out-of-its-folder' as const,
      why: `'${folder}' is no folder below that of the estate`,
      cure: `write its path from there: ${where === 'output' ? 'dist' : 'docs'}`,
    })),
  ...(`${docs}/runbooks/`.startsWith(`${output}/`) || `${output}/`.startsWith(`${docs}/runbooks/`)
    ? [
        {
          where: 'output',
          what: output,
          code: 'written-twice' as const,
          why: `${output}/ and ${docs}/runbooks/ would hold each other, and each is written as a whole`,
          cure: 'give each a folder of its own',
        },
      ]
    : []),
];

/**
 * The estate, which `main.ts` exports: `export default estate({ applications: [shop] })`.
 *
 * @throws Refusal on folders that are none, or that would hold each other.
 */
export const estate = (spec: EstateSpec): Estate => {
  const { applications, hosts = [], laws = [], output = 'dist', docs = 'docs' } = spec;
  refuse('estate', folderFaults({ output, docs }));
  return { applications, hosts, laws, output, docs };
};

/** Whether a value is what `estate` makes. */
export const isEstate = (value: unknown): value is Estate =>
  typeof value === 'object' && value !== null && 'applications' in value && 'output' in value;
