import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path/posix';
import { ConfigMap as ConfigMapOfPlus } from 'cdk8s-plus-27/lib/config-map.js';
import type { VolumeMount } from 'cdk8s-plus-27/lib/container.js';
import { Volume } from 'cdk8s-plus-27/lib/volume.js';
import type { Construct } from 'constructs';
import { yamlOf } from '#ground/yaml.js';
import { ConfigMap } from '#imports/config-map.js';

/** What the ConfigMap is called, and where it stands. */
interface Identity {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** How pods come to their configuration. */
export interface Configured {
  /** Programs read it when they start: another text starts others. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly mount: VolumeMount;
}

/** A program's configuration file, as a ConfigMap that is mounted where the program reads it. */
export const configured = (
  scope: Construct,
  metadata: Identity,
  { path, value }: { readonly path: `/${string}`; readonly value: object },
): Configured => {
  const text = yamlOf(value);
  new ConfigMap(scope, 'configuration', { metadata, data: { [basename(path)]: text } });
  const mounted = ConfigMapOfPlus.fromConfigMapName(scope, 'text', metadata.name);
  return {
    annotations: { 'checksum/configuration': createHash('sha256').update(text).digest('hex') },
    mount: {
      path: dirname(path),
      volume: Volume.fromConfigMap(scope, 'volume', mounted, { name: 'configuration' }),
      readOnly: true,
    },
  };
};
