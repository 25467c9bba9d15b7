import { isObject } from '#ground/field.js';
import { type Secret, secret } from '#ground/secret.js';
import type { Platform } from '#platform/platform.js';
import type { Form, Made, Reference } from './reference.js';

/** Who refers to what the platform does. */
export const thePlatform = 'platform';

const isReference = (value: Readonly<Record<string, unknown>>): value is Secret & typeof value =>
  Object.keys(value).length === 2 && typeof value['name'] === 'string' && typeof value['key'] === 'string';

interface Found {
  readonly path: readonly string[];
  readonly secret: Secret;
}

/** The keys of Secrets below a value, with the fields that lead to each: whatever engine or remote write a platform has. */
const found = (value: unknown, path: readonly string[] = []): readonly Found[] => {
  if (Array.isArray(value)) return value.flatMap((each: unknown, i) => found(each, [...path, String(i)]));
  if (!isObject(value)) return [];
  if (isReference(value)) return [{ path, secret: value }];
  return Object.entries(value).flatMap(([field, each]) => found(each, [...path, field]));
};

/** How what stands in a field is made, and what it must be. */
const kinds: Readonly<Record<string, readonly [Made, Form]>> = {
  ca: ['file', 'certificate'],
  cert: ['file', 'certificate'],
  key: ['file', 'private key'],
  config: ['file', 'file'],
  bearer: ['typed', 'word'],
  bearerToken: ['typed', 'word'],
};

/** What a key is for by the fields that lead to it, and what comes of its absence. */
const told = (path: readonly string[]): Pick<Reference, 'use' | 'without'> => {
  if (path.includes('objectStorage'))
    return {
      use: 'bucket in which blocks are kept',
      without: 'no block is kept longer than Prometheus has it',
    };
  if (path.some((field) => /^(remoteWrites|write)$/.test(field)))
    return {
      use: 'login of what Prometheus writes to',
      without: 'the operator does not configure Prometheus anew, and nothing is written there',
    };
  return { use: `\`${path.join('.')}\` of the platform`, without: 'what names it does not start' };
};

/** Every key of a Secret to which a platform refers, each once: Grafana's login, what Prometheus writes by, where blocks are kept. */
export const referencesOfPlatform = (platform: Platform): readonly Reference[] => {
  const { namespace, grafana, secrets, ...rest } = platform;
  const needed = (each: Secret, what: Pick<Reference, 'use' | 'without' | 'made' | 'form'>): Reference => ({
    ...{ secret: each, namespace, by: thePlatform, ...what },
  });
  const login = grafana?.admin;
  const admin = {
    ...{ use: "login of Grafana's administrator", without: 'Grafana does not start' },
    ...({ made: 'typed', form: 'text' } as const),
  };
  const own = [
    ...(login ? [login.userKey, login.passwordKey].map((key) => needed(secret(login.name, key), admin)) : []),
    ...found(rest).map(({ path, secret: each }) => {
      const [made, form] = kinds[path.at(-1) ?? ''] ?? ['typed', 'text'];
      return needed(each, { ...told(path), made, form });
    }),
  ];
  const isKnown = ({ name, key }: Secret): boolean =>
    own.some((each) => each.secret.name === name && each.secret.key === key);
  return [
    ...own,
    ...secrets
      .filter((each) => !isKnown(each))
      .map((each) =>
        needed(each, {
          use: 'named by the platform',
          without: 'what names it does not start',
          made: 'typed',
          form: 'text',
        }),
      ),
  ];
};
