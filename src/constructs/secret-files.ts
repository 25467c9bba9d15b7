import type { VolumeMount } from 'cdk8s-plus-27/lib/container.js';
import { Secret as SecretOfPlus } from 'cdk8s-plus-27/lib/secret.js';
import { Volume } from 'cdk8s-plus-27/lib/volume.js';
import type { Construct } from 'constructs';
import type { SecretFile } from '#application/exporter/exporter.js';
import { secretsFolder } from '#application/exporter/secret-file.js';

/** The secrets that a program reads from files: of each Secret those keys alone. */
export const secretMounts = (scope: Construct, files: readonly SecretFile[]): readonly VolumeMount[] =>
  [...new Set(files.map(({ secret }) => secret.name))].map((name, i) => {
    const keys = files.filter(({ secret }) => secret.name === name).map(({ secret }) => secret.key);
    const secret = SecretOfPlus.fromSecretName(scope, `file-of-${name}`, name);
    const items = Object.fromEntries(keys.map((key) => [key, { path: key }]));
    return {
      path: `${secretsFolder}/${name}`,
      // A Secret may be called what a volume may not.
      volume: Volume.fromSecret(scope, `files-${i}`, secret, { name: `secret-${i}`, items }),
      readOnly: true,
    };
  });
