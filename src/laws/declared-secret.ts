import type { Application } from '#application/application.js';
import { byKey } from '#ground/by-key.js';
import { type SecretDeclaration, declarationOf } from '#ground/declared-secret.js';
import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { referencesOf, referencesOfRouting } from '#secrets/of-application.js';
import { referencesOfPlatform } from '#secrets/of-platform.js';
import type { Reference } from '#secrets/reference.js';
import type { Judged, Law } from './law.js';

/** Every key of a Secret to which an application refers: it is described here, though people may be told from elsewhere. */
const referencesBy = (application: Application): readonly Reference[] => [
  ...referencesOf(application),
  ...(application.elsewhere?.told === true ? referencesOfRouting(application) : []),
];

/** Every key of a Secret to which anything in a place refers. */
const referencesIn = ({ applications, cluster }: Judged): readonly Reference[] => [
  ...applications.flatMap(referencesBy),
  ...(cluster?.deliversPlatform ? referencesOfPlatform(cluster.platform) : []),
];

/** What the Alertmanager of a place reads to tell of other clusters: it is declared there, and used here. */
const referencesOfGuests = ({ cluster }: Judged): readonly Reference[] =>
  (cluster?.tells ?? []).flatMap(({ cluster: of, applications }) =>
    applications.flatMap((each) => referencesOfRouting(each, of)),
  );

const whereOf = ({ by, secret }: Reference): string => `${by}/secrets.${secret.name}`;

/** A reference to a Secret that was declared, with its declaration. */
type Declared = readonly [Reference, SecretDeclaration];

const declared = (references: readonly Reference[]): readonly Declared[] =>
  references.flatMap((each): readonly Declared[] => {
    const declaration = declarationOf(each.secret);
    return declaration ? [[each, declaration]] : [];
  });

/** Two keys of one Secret are told once. */
const elsewhere = (all: readonly Declared[]): readonly Fault[] => {
  const wrong = all.filter(([{ namespace }, declaration]) => namespace !== declaration.namespace);
  const apart = byKey(wrong, ([each, { namespace }]) => [whereOf(each), each.namespace, namespace].join(' '));
  return [...apart.values()]
    .flatMap((same) => same.slice(0, 1))
    .map(([each, { name, namespace }]) => ({
      where: whereOf(each),
      what: name,
      code: 'secret-elsewhere',
      why: `the Secret ${name} is declared in ${namespace}, and is used in ${each.namespace}, from where nobody reads it`,
      cure: `declare one in ${each.namespace}, or in both`,
    }));
};

const identity = ({ namespace, name }: SecretDeclaration): string => `${namespace}/${name}`;

/** Several declarations of one Secret, each by who uses it first. */
const twice = (all: readonly Declared[]): readonly Fault[] =>
  [...byKey(all, ([, declaration]) => identity(declaration)).values()].flatMap((same) =>
    [...new Map(same.map(([each, declaration]) => [declaration, each])).values()].slice(1).map((each) => ({
      where: whereOf(each),
      what: each.secret.name,
      code: 'secret-declared-twice' as const,
      why: `the Secret ${each.secret.name} of ${each.namespace} is declared twice, so that what it holds is said in two places`,
      cure: 'declare it once, and take its keys from that value',
    })),
  );

/** Keys of a declared Secret that are only named, and that its declaration does not have. */
const undeclared = (references: readonly Reference[], all: readonly Declared[]): readonly Fault[] => {
  const known = new Map(all.map(([, declaration]) => [identity(declaration), declaration]));
  return references.flatMap((each) => {
    const { secret, namespace } = each;
    const declaration = declarationOf(secret) ? undefined : known.get(`${namespace}/${secret.name}`);
    return declaration === undefined || secret.key in declaration.keys
      ? []
      : [
          {
            where: whereOf(each),
            what: secret.key,
            code: 'key-not-declared' as const,
            why: `the Secret ${secret.name} of ${namespace} is declared without a key '${secret.key}'`,
            cure: `${instead(secret.key, Object.keys(declaration.keys))}, or declare it`,
          },
        ];
  });
};

/** A key that nobody uses may be somebody else's, who makes the Secret: it is told, and nothing is refused for it. */
const idle = (references: readonly Reference[], all: readonly Declared[]): readonly Fault[] => {
  const used = new Set([
    ...references.map(({ namespace, secret: { name, key } }) => `${namespace}/${name}/${key}`),
    ...all.map(([{ secret }, declaration]) => `${identity(declaration)}/${secret.key}`),
  ]);
  return [...new Map(all.map(([each, declaration]) => [declaration, each]))].flatMap(([declaration, each]) =>
    Object.keys(declaration.keys)
      .filter((key) => !used.has(`${identity(declaration)}/${key}`))
      .map((key) => ({
        where: whereOf(each),
        what: key,
        code: 'key-for-nobody' as const,
        why: `the key '${key}' of the Secret ${declaration.name} of ${declaration.namespace} is declared, and nobody uses it`,
        cure: 'leave it out, or refer to it',
        isHint: true as const,
      })),
  );
};

/** Declared Secrets of which nobody took a key: no reference leads to them. */
export const everyDeclarationIsUsed = (unused: readonly SecretDeclaration[]): readonly Fault[] =>
  unused.map((declaration) => ({
    where: `secrets/${declaration.name}`,
    what: Object.keys(declaration.keys).join(', '),
    code: 'key-for-nobody',
    why: `the Secret ${declaration.name} of ${declaration.namespace} is declared, and nobody uses a key of it`,
    cure: 'leave it out, or refer to it',
    isHint: true,
  }));

/** A declared Secret is used where it is, is declared once, and has the keys that are used of it; what nobody uses of it is told. */
export const everyDeclaredSecretIsUsedAsItIs: Law = (judged) => {
  const references = referencesIn(judged);
  const all = declared(references);
  if (all.length === 0) return [];
  const used = [...references, ...referencesOfGuests(judged)];
  return [...elsewhere(all), ...twice(all), ...undeclared(used, all), ...idle(used, all)];
};
