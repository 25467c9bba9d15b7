import type { Secret } from '#ground/secret.js';
import { isObject } from '#ground/field.js';
import { type Code, called, list, object, verbatim } from '#incoming/code/code.js';
import { block, quoted } from '#incoming/code/text.js';

/** A secret by its name: `secret('shop-slack', 'url')`. */
export const secretCode = ({ name, key }: Secret): Code =>
  called('secret', verbatim(quoted(name)), verbatim(quoted(key)));

/** Plain data as code, of which some are secrets. */
export const plainCode = (value: unknown, secrets: ReadonlySet<unknown>): Code => {
  if (isSecret(value, secrets)) return secretCode(value);
  if (value instanceof RegExp) return verbatim(String(value));
  if (Array.isArray(value)) return list(value.map((each: unknown) => plainCode(each, secrets)));
  if (isObject(value))
    return object(
      Object.fromEntries(
        Object.entries(value).map(([name, each]) => [
          name,
          each === undefined ? undefined : plainCode(each, secrets),
        ]),
      ),
    );
  return verbatim(typeof value === 'string' ? block(value) : String(value));
};

const isSecret = (value: unknown, secrets: ReadonlySet<unknown>): value is Secret => secrets.has(value);
