import type { SecretSource } from '#cluster/secret-source.js';
import { sealedFile } from './sealed.js';
import type { NeededSecret } from './needed.js';

/** kubectl's part: each value is typed or pasted once it asks, or is a file of the name of its key. `after` is added to it. */
const made = ({ name, namespace, keys }: NeededSecret, after: string): string => {
  const kubectl = `kubectl -n ${namespace} create secret`;
  const [registry] = keys.filter((each) => each.made === 'registry');
  if (registry !== undefined)
    return `${kubectl} docker-registry ${name} --from-file=.dockerconfigjson=config.json${after}`;
  const generic = `${kubectl} generic ${name}`;
  const typed = keys.filter((each) => each.made === 'typed').map(({ key }) => key);
  const files = keys
    .filter((each) => each.made === 'file')
    .map(({ key }) => ` --from-file=${key}=${key}`)
    .join('');
  const [only, ...more] = typed;
  if (only === undefined) return `${generic}${files}${after}`;
  if (more.length === 0)
    return `read -rsp '${only}: ' && printf %s "$REPLY" | ${generic} --from-file=${only}=/dev/stdin${files}${after}`;
  const asked = typed.map((key, i) => `read -rsp '${key}: ' VALUE_${i + 1} && `).join('');
  const given = typed.map((key, i) => ` --from-file=${key}=<(printf %s "$VALUE_${i + 1}")`).join('');
  return `${asked}${generic}${given}${files}${after}`;
};

/** The command that makes a Secret, or the file of a sealed one; nothing where the operator makes it, or somebody else does. */
export const commandOf = (secret: NeededSecret, source: SecretSource): string | undefined => {
  if (secret.declaration?.madeBy !== undefined) return undefined;
  switch (source.by) {
    case 'hand':
      return made(secret, '');
    case 'sealed-secrets':
      return made(
        secret,
        ` --dry-run=client -o yaml | kubeseal --format yaml > ${source.folder}/${sealedFile(secret)}`,
      );
    case 'external-secrets':
      return undefined;
  }
};
