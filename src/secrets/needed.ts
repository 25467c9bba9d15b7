import type { Application } from '#application/application.js';
import { question } from '#application/later/question.js';
import type { Cluster } from '#cluster/cluster.js';
import { byKey } from '#ground/by-key.js';
import { type SecretDeclaration, declarationOf } from '#ground/declared-secret.js';
import { referencesOf, referencesOfRouting } from './of-application.js';
import { referencesOfPlatform } from './of-platform.js';
import type { Form, Made, Reference } from './reference.js';

/** A key of a Secret as those who make it need to know it. */
export interface NeededKey {
  readonly key: string;
  readonly made: Made;
  /** What its value must be; several where it is used as several. */
  readonly forms: readonly Form[];
  /** What it is for, each a noun. */
  readonly uses: readonly string[];
  /** What is silent while this key is missing or wrong, each a clause: what reads others of its Secret is not. */
  readonly without: readonly string[];
}

/** A Secret as those who make it need to know it. */
export interface NeededSecret {
  readonly name: string;
  readonly namespace: string;
  /** Who refers to it: applications by name, and the platform. */
  readonly by: readonly string[];
  readonly keys: readonly NeededKey[];
  /** What it is for, each a noun. */
  readonly uses: readonly string[];
  /** What is silent while it is missing, or a key of it is wrong, each a clause. */
  readonly without: readonly string[];
  /** As what it was declared; nothing where it is only named. */
  readonly declaration?: SecretDeclaration;
}

const distinct = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

const keysOf = (same: readonly Reference[]): readonly NeededKey[] =>
  [...byKey(same, ({ secret }) => secret.key)].map(([key, readings]) => ({
    key,
    made: readings.at(-1)?.made ?? 'typed',
    forms: distinct(readings.map(({ form }) => form)),
    uses: distinct(readings.map(({ use }) => use)),
    without: distinct(readings.map(({ without }) => without)),
  }));

/** The Secrets to which these refer, each once. */
const joined = (references: readonly Reference[]): readonly NeededSecret[] =>
  [...byKey(references, ({ namespace, secret }) => `${namespace}/${secret.name}`).values()].flatMap(
    (same) => {
      const [first] = same;
      if (first === undefined) return [];
      const [declaration] = same.flatMap((each) => each.declaration ?? declarationOf(each.secret) ?? []);
      return [
        {
          name: first.secret.name,
          namespace: first.namespace,
          by: distinct(same.map(({ by }) => by)),
          keys: keysOf(same),
          uses: distinct(same.map(({ use }) => use)),
          without: distinct(same.map(({ without }) => without)),
          ...(declaration && { declaration }),
        },
      ];
    },
  );

/** A reference as plain data, with what was declared of its Secret. */
const plain = (reference: Reference): Reference => {
  const { secret } = reference;
  const declared = declarationOf(secret);
  if (declared === undefined) return { ...reference, secret: { name: secret.name, key: secret.key } };
  const { name, namespace, keys, madeBy } = declared;
  return {
    ...reference,
    secret: { name: secret.name, key: secret.key },
    declaration: { name, namespace, keys, ...(madeBy !== undefined && { madeBy }) },
  };
};

const ofApplication = question('references to Secrets', (application): readonly Reference[] =>
  referencesOf(application).map(plain),
);
const ofGuest = question(
  'references to Secrets, told elsewhere',
  (application, cluster: string): readonly Reference[] =>
    referencesOfRouting(application, cluster).map(plain),
);

/** Every Secret to which these applications refer, each once. */
export const neededBy = (applications: readonly Application[]): readonly NeededSecret[] =>
  joined(applications.flatMap((each) => ofApplication(each)));

/**
 * Every key to which anything in a cluster refers, by which its Alertmanager tells of other clusters too. A platform that somebody else delivers
 * is theirs, and so are its Secrets.
 */
export const referencesIn = ({
  applications,
  platform,
  deliversPlatform,
  tells,
}: Pick<Cluster, 'applications' | 'platform' | 'deliversPlatform' | 'tells'>): readonly Reference[] => [
  ...applications.flatMap((each) => ofApplication(each)),
  ...tells.flatMap(({ cluster, applications: told }) => told.flatMap((each) => ofGuest(each, cluster))),
  ...(deliversPlatform ? referencesOfPlatform(platform) : []),
];

/** Every Secret that a cluster needs, each once. */
export const neededIn = (cluster: Cluster): readonly NeededSecret[] => joined(referencesIn(cluster));
