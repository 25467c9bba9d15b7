import { type Fault, refusal, refuse } from './fault.js';
import { dataKey, grammarFaults, namespaceName, objectName } from './grammar.js';
import { instead } from './nearest.js';
import { type Secret, secret } from './secret.js';
import { byName, exactly, named } from './shape.js';

/** What is said of one Secret, once: where it is, what each of its keys is for, and who makes it. Never a value. */
export interface SecretDeclaration {
  readonly name: string;
  readonly namespace: string;
  /** What each key is for, a noun by its key: `{ POSTGRES_USER: 'the role that the exporter logs in with' }`. */
  readonly keys: Readonly<Record<string, string>>;
  /** Who makes it, where it is there anyway: `the chart of ojeomneo-database`. Else whoever gives its cluster the others makes it too. */
  readonly madeBy?: string;
}

/** A Secret that was declared, of these keys. */
export interface DeclaredSecret<K extends string> extends SecretDeclaration {
  readonly keys: Readonly<Record<K, string>>;
  /** One of its keys, which is given wherever a secret is asked for. */
  readonly key: (key: K) => Secret;
}

/** What a Secret is declared by, beside its name. */
export type DeclaredSecretSpec<K extends string> = Omit<SecretDeclaration, 'name' | 'keys'> & {
  readonly keys: Readonly<Record<K, string>>;
};

/** Those that were declared, and of which nobody has asked a key yet: nothing else would tell of them. */
const waiting = new Set<SecretDeclaration>();

/** The Secrets that were declared, and of which nobody took a key. */
export const unusedDeclarations = (): readonly SecretDeclaration[] => [...waiting];

const declarations = new WeakMap<Secret, SecretDeclaration>();

/** What the Secret was declared as of which this is a key; nothing where `secret(name, key)` named it. */
export const declarationOf = (reference: Secret): SecretDeclaration | undefined =>
  declarations.get(reference);

const shape = exactly({ namespace: named, keys: byName(named) }, { madeBy: named });

const faults = (name: string, { namespace, keys }: Omit<SecretDeclaration, 'name'>): readonly Fault[] => [
  ...grammarFaults('name', objectName, [name]),
  ...grammarFaults('namespace', namespaceName, [namespace]),
  ...grammarFaults('keys', dataKey, Object.keys(keys)),
  ...(Object.keys(keys).length > 0
    ? []
    : [
        {
          where: 'keys',
          what: '',
          code: 'holds-nothing' as const,
          why: 'it has no key, so nobody could use it',
          cure: "write e.g. keys: { url: 'the webhook of #shop' }",
        },
      ]),
];

/**
 * Declares a Secret once: where it is, what each of its keys is for, who makes it. Receivers, exporters and scrapes refer to it by
 * `.key('…')`, of which a key that is not declared does not compile.
 *
 * @throws Refusal on a name, a namespace or a key that Kubernetes would not take, and on a key of which nothing is said.
 */
export const declaredSecret = <const K extends string>(
  name: string,
  spec: DeclaredSecretSpec<K>,
): DeclaredSecret<K> => {
  const subject = 'declaredSecret';
  refuse(subject, [...named('name', name), ...shape('', spec)]);
  refuse(subject, faults(name, spec));
  const declaration: SecretDeclaration = Object.freeze({ name, ...spec });
  const all = new Map(
    Object.keys(spec.keys).map((key) => {
      const reference = secret(name, key);
      declarations.set(reference, declaration);
      return [key, reference] as const;
    }),
  );
  waiting.add(declaration);
  const key = (wanted: K): Secret => {
    waiting.delete(declaration);
    const found = all.get(wanted);
    if (found !== undefined) return found;
    throw refusal(`the declared Secret ${name}`, {
      what: String(wanted),
      code: 'key-not-declared',
      why: `it is declared without a key '${String(wanted)}'`,
      cure: instead(String(wanted), [...all.keys()]),
    });
  };
  return Object.freeze({ name, ...spec, key });
};
