import { type Secret, secret } from '#ground/secret.js';
import type { Place } from '#rules/rule.js';

/** A secret that stood in what came in, or was named there, and by what it is named now. Its value is written nowhere. */
export interface NamedSecret {
  readonly secret: Secret;
  /** What it is: `slack api_url of receiver oncall`. */
  readonly of: string;
  readonly place: Place;
  /** Whether it is to be made; else it is there, under the same name. */
  readonly isNew: boolean;
}

/** Names secrets, the same value by the same name. */
export interface SecretNames {
  /** A reference to what stood in the open, or in a file: `value` tells it from others, and goes nowhere. */
  readonly named: (value: string, owner: string, key: string, of: string, place: Place) => Secret;
  /** One that has a name already. */
  readonly kept: (name: string, key: string, of: string, place: Place) => Secret;
  readonly all: () => readonly NamedSecret[];
}

/** A text as Kubernetes takes it for a name. */
const written = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'secret';

export const secretNames = (application: string): SecretNames => {
  const byValue = new Map<string, NamedSecret>();
  const taken = new Set<string>();
  const free = (name: string, key: string): string => {
    const found = [key, ...Array.from({ length: taken.size + 1 }, (_, i) => `${key}-${i + 2}`)].find(
      (each) => !taken.has(`${name}/${each}`),
    );
    taken.add(`${name}/${found ?? key}`);
    return found ?? key;
  };
  return {
    named: (value, owner, key, of, place) => {
      const known = byValue.get(value);
      if (known) return known.secret;
      const name = `${application}-${written(owner)}`.slice(0, 200);
      const made = { secret: secret(name, free(name, key)), of, place, isNew: true };
      byValue.set(value, made);
      return made.secret;
    },
    kept: (name, key, of, place) => {
      const known = byValue.get(`${name}/${key}`);
      const made = known ?? { secret: secret(name, key), of, place, isNew: false };
      byValue.set(`${name}/${key}`, made);
      taken.add(`${name}/${key}`);
      return made.secret;
    },
    all: () => [...byValue.values()],
  };
};
