import type { Secret } from '#ground/secret.js';

/** Where exporters find the files of secrets that their configuration names. */
export const secretsFolder = '/etc/secrets';

/** A secret as an exporter opens it. */
export const mountedSecret = ({ name, key }: Secret): string => `${secretsFolder}/${name}/${key}`;
