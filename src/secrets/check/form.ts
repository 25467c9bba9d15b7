import { isObject } from '#ground/field.js';
import type { Form } from '#secrets/reference.js';

const isRegistryLogin = (value: string): boolean => {
  try {
    const read: unknown = JSON.parse(value);
    return isObject(read) && isObject(read['auths']) && Object.keys(read['auths']).length > 0;
  } catch {
    return false;
  }
};

/** What is wrong with a value that is to be of a form, as the end of a sentence that does not tell the value; nothing where it fits. */
const wrong: Readonly<Record<Form, (value: string) => string | undefined>> = {
  url: (value) =>
    /^https?:\/\/\S+$/.test(value) && URL.canParse(value) ? undefined : 'is no URL, http:// or https://',
  address: (value) =>
    /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value) ? undefined : 'is no address with a scheme, as redis://',
  word: (value) => (/\s/.test(value) ? 'has spaces or lines in it, and no such key has' : undefined),
  text: () => undefined,
  file: () => undefined,
  certificate: (value) =>
    /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test(value) ? undefined : 'is no certificate in PEM',
  'private key': (value) =>
    /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/.test(value) ? undefined : 'is no private key in PEM',
  'registry login': (value) =>
    isRegistryLogin(value) ? undefined : 'is not what a registry is logged in to with, { "auths": … }',
};

/** Why a value cannot be what it is for, each the end of a sentence; none where it can. The value is in none of them, nor how long it is. */
export const formFaults = (value: string, forms: readonly Form[]): readonly string[] => [
  ...new Set(forms.flatMap((form) => wrong[form](value) ?? [])),
];
