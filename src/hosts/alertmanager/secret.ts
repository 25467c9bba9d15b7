import type { Secret } from '#ground/secret.js';

/** Where Alertmanager finds the secret files of the host. */
export const secretsFolder = '/etc/alertmanager/secrets';

/** The file of a secret below the folder of secrets. */
export const secretFile = ({ name, key }: Secret): string => `${name}/${key}`;

/** The same as Alertmanager opens it. */
export const mountedSecret = (secret: Secret): string => `${secretsFolder}/${secretFile(secret)}`;
