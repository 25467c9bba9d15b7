import type { Mode } from '#hosts/compose/mode.js';
import { composeFile } from '#hosts/compose/mode.js';
import type { ComposeService as WrittenService } from '#hosts/compose/service.js';
import type { Files } from '#hosts/text.js';
import { contentOf } from '../rendered.js';

/** A service of a Compose file as it is written, with the limits of its log. */
export interface ComposeService extends WrittenService {
  readonly logging?: { readonly options: Readonly<Record<string, string>> };
}

export interface ComposeFile {
  readonly name: string;
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, object>>;
  readonly networks: Readonly<Record<string, { readonly name: string; readonly external: boolean }>>;
}

export const modes = ['development', 'production'] as const;

/** The Compose file of a delivery. */
export const composeOf = (files: Files, mode: Mode): ComposeFile => contentOf(files, composeFile[mode]);

/** What a service mounts: `[source, path inside]`; a source is a path, or a volume's name. */
export const mountsOf = ({ volumes = [] }: ComposeService): readonly (readonly [string, string])[] =>
  volumes.map((volume) => {
    const [source = '', target = ''] = volume.split(':');
    return [source, target];
  });
