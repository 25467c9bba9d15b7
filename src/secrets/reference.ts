import type { SecretDeclaration } from '#ground/declared-secret.js';
import type { Secret } from '#ground/secret.js';

/** How a key of a Secret is made: of a text that is typed, of a file, or of what a registry is logged in to with. */
export type Made = 'typed' | 'file' | 'registry';

/**
 * What a value must be, as far as that can be told of it: a URL over HTTP, an address with a scheme, a key without spaces, a certificate or a
 * private key in PEM, what a registry is logged in to with. Of other texts and files nothing is known.
 */
export type Form =
  'url' | 'address' | 'word' | 'text' | 'file' | 'certificate' | 'private key' | 'registry login';

/** A key of a Secret where something refers to it. */
export interface Reference {
  readonly secret: Secret;
  /** Where it is read: its Secret must be there. */
  readonly namespace: string;
  /** Who refers to it: an application by its name, or the platform. */
  readonly by: string;
  /** What it is for, a noun. */
  readonly use: string;
  /** What is silent while it is missing or wrong, a clause. */
  readonly without: string;
  readonly made: Made;
  readonly form: Form;
  /** As what its Secret was declared, where the secret is not the value that was: JSON has none of that. */
  readonly declaration?: SecretDeclaration;
}
