import type { Cluster } from '#cluster/cluster.js';
import type { Fault } from '#ground/fault.js';

/** Folders of sealed Secrets that would be swept: of what is written here each folder holds nothing else. */
export const sealedFolderFaults = (
  clusters: readonly Cluster[],
  written: readonly string[],
): readonly Fault[] =>
  clusters.flatMap(({ name, secrets }) =>
    secrets.by === 'sealed-secrets'
      ? written
          .filter((folder) => `${secrets.folder}/`.startsWith(`${folder}/`))
          .map((folder) => ({
            where: `${name}.secrets.folder`,
            what: secrets.folder,
            code: 'written-twice' as const,
            why: `${folder}/ is written as a whole, and what somebody else keeps in ${secrets.folder}/ would be removed`,
            cure: `keep sealed Secrets in a folder of their own: sealedSecrets('sealed/${name}')`,
          }))
      : [],
  );
