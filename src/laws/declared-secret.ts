import type { Application } from '#application/application.js';
import { byKey } from '#ground/by-key.js';
import { type SecretDeclaration, declarationOf } from '#ground/declared-secret.js';
import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { referencesOf, referencesOfRouting } from '#secrets/of-application.js';
import { referencesOfPlatform } from '#secrets/of-platform.js';
import type { Reference } from '#secrets/reference.js';
import type { Judged, Law } from './law.js';
import { question } from '#application/later/question.js';
import { across } from './apart.js';

/** Every key of a Secret to which an application refers: it is described here, though people may be told from elsewhere. */
const referencesBy = (application: Application): readonly Reference[] => [
  ...referencesOf(application),
  ...(application.elsewhere?.told === true ? referencesOfRouting(application) : []),
];

/** What was declared of a Secret, as far as it is held to here. */
interface Declaration {
  readonly name: string;
  readonly namespace: string;
  readonly keys: readonly string[];
  /** By which it is told from others of the same Secret. */
  readonly is: string;
}

/** A reference as it is kept: what was declared with it, where something was. */
interface Referring {
  readonly by: string;
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
  readonly declared?: Declaration;
}

/**
 * References as they are kept. A declaration is a value that several applications may share: of two values that say the same, word for word, it is
 * known within one application alone that they are two.
 */
const kept = (references: readonly Reference[]): readonly Referring[] => {
  const known = new Map<SecretDeclaration, Declaration>();
  const alike = new Map<string, number>();
  const declared = (declaration: SecretDeclaration): Declaration => {
    const before = known.get(declaration);
    if (before !== undefined) return before;
    const { name, namespace, keys } = declaration;
    const words = JSON.stringify([name, namespace, keys, declaration.madeBy]);
    const count = alike.get(words) ?? 0;
    alike.set(words, count + 1);
    const told = { name, namespace, keys: Object.keys(keys), is: `${count} ${words}` };
    known.set(declaration, told);
    return told;
  };
  return references.map(({ by, namespace, secret }) => {
    const declaration = declarationOf(secret);
    return {
      ...{ by, namespace, name: secret.name, key: secret.key },
      ...(declaration && { declared: declared(declaration) }),
    };
  });
};

/** What an application's people are told by from the Alertmanager of another cluster: it is declared there, and used here. */
const ofGuest = (cluster: string) =>
  question(`secrets by which ${cluster} is told of`, (application) =>
    kept(referencesOfRouting(application, cluster)),
  );

/** What the Alertmanager of a place reads to tell of other clusters. */
const keptOfGuests = (cluster: Judged['cluster']): readonly Referring[] =>
  (cluster?.tells ?? []).flatMap(({ cluster: of, applications }) => {
    const asked = ofGuest(of);
    return applications.flatMap((each) => asked(each));
  });

const whereOf = ({ by, name }: Referring): string => `${by}/secrets.${name}`;

/** A reference to a Secret that was declared, with its declaration. */
type Declared = readonly [Referring, Declaration];

const declaredAmong = (references: readonly Referring[]): readonly Declared[] =>
  references.flatMap((each): readonly Declared[] => (each.declared ? [[each, each.declared]] : []));

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

const identity = ({ namespace, name }: Pick<Declaration, 'namespace' | 'name'>): string =>
  `${namespace}/${name}`;

/** The last reference to each declaration, in the order in which declarations come first. */
const perDeclaration = (all: readonly Declared[]): readonly Declared[] => [
  ...new Map(all.map((each) => [each[1].is, each])).values(),
];

/** Several declarations of one Secret, each by who uses it first. */
const twice = (all: readonly Declared[]): readonly Fault[] =>
  [...byKey(all, ([, declaration]) => identity(declaration)).values()].flatMap((same) =>
    perDeclaration(same)
      .slice(1)
      .map(([each]) => ({
        where: whereOf(each),
        what: each.name,
        code: 'secret-declared-twice' as const,
        why: `the Secret ${each.name} of ${each.namespace} is declared twice, so that what it holds is said in two places`,
        cure: 'declare it once, and take its keys from that value',
      })),
  );

/** Keys of a declared Secret that are only named, and that its declaration does not have. */
const undeclared = (references: readonly Referring[], all: readonly Declared[]): readonly Fault[] => {
  const known = new Map(all.map(([, declaration]) => [identity(declaration), declaration]));
  return references.flatMap((each) => {
    const declaration = each.declared ? undefined : known.get(identity(each));
    return declaration === undefined || declaration.keys.includes(each.key)
      ? []
      : [
          {
            where: whereOf(each),
            what: each.key,
            code: 'key-not-declared' as const,
            why: `the Secret ${each.name} of ${each.namespace} is declared without a key '${each.key}'`,
            cure: `${instead(each.key, declaration.keys)}, or declare it`,
          },
        ];
  });
};

/** A key that nobody uses may be somebody else's, who makes the Secret: it is told, and nothing is refused for it. */
const idle = (references: readonly Referring[], all: readonly Declared[]): readonly Fault[] => {
  const used = new Set([
    ...references.map((each) => `${identity(each)}/${each.key}`),
    ...all.map(([{ key }, declaration]) => `${identity(declaration)}/${key}`),
  ]);
  return perDeclaration(all).flatMap(([each, declaration]) =>
    declaration.keys
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
export const everyDeclaredSecretIsUsedAsItIs: Law = across({
  summary: ({ applications, cluster }) => {
    const isBeside = applications.length === 0;
    const platform = isBeside && cluster?.deliversPlatform ? referencesOfPlatform(cluster.platform) : [];
    const own = kept([...applications.flatMap(referencesBy), ...platform]);
    const guests = isBeside ? keptOfGuests(cluster) : [];
    return own.length + guests.length === 0 ? undefined : { own, guests };
  },
  judge: (known) => {
    const references = known.flatMap(({ own }) => own);
    const all = declaredAmong(references);
    if (all.length === 0) return [];
    const used = [...references, ...known.flatMap(({ guests }) => guests)];
    return [...elsewhere(all), ...twice(all), ...undeclared(used, all), ...idle(used, all)];
  },
});
