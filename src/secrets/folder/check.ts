import { join } from 'node:path';
import type { Cluster } from '#cluster/cluster.js';
import type { Fault } from '#ground/fault.js';
import { neededIn } from '#secrets/needed.js';
import { isSealed, sealedFile } from '#secrets/sealed.js';
import { type InFolder, objectsIn } from './sealed-folder.js';

const notSealed = (object: InFolder, folder: string): Fault => ({
  where: `${folder}/${object.file}`,
  what: '(not shown)',
  code: 'secret-in-the-open',
  why: 'this is a Secret as it is, which everybody who reads the repository can read',
  cure: 'seal it, remove the file from the history too, and change what it held: it is known',
});

/**
 * What a folder of sealed Secrets lacks of those that its cluster needs; none where they come from elsewhere. Whether a sealed one can be opened
 * only its controller knows.
 *
 * @param root The folder of the estate.
 * @param page Where the commands stand: `docs/secrets/production.md`.
 */
export const sealedFaults = (cluster: Cluster, root: string, page: string): readonly Fault[] => {
  const { secrets: source } = cluster;
  if (source.by !== 'sealed-secrets') return [];
  const { folder } = source;
  const objects = objectsIn(join(root, folder));
  const sealed = objects.filter(({ kind }) => kind === 'SealedSecret');
  const cure = `seal it by its command in ${page}`;
  return [
    ...objects.filter(({ kind }) => kind === 'Secret').map((each) => notSealed(each, folder)),
    ...neededIn(cluster)
      .filter(isSealed)
      .flatMap(({ namespace, name, keys }): readonly Fault[] => {
        const where = `${namespace}/${name}`;
        const found = sealed.find((each) => each.namespace === namespace && each.name === name);
        if (found === undefined) {
          const why = `no file of ${folder}/ has it sealed, as ${sealedFile({ namespace, name })} would`;
          return [{ where, what: '', code: 'not-sealed', why, cure }];
        }
        return keys
          .filter(({ key }) => !found.keys.includes(key))
          .map(({ key }) => ({
            where: `${where} ${key}`,
            what: '',
            code: 'not-sealed',
            why: `${folder}/${found.file} has it sealed without the key '${key}'`,
            cure,
          }));
      }),
  ];
};
