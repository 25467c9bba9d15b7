import { contentOf } from './content.js';
import type { ObjectMeant } from './meaning.js';

const manifest = /\/([A-Z][A-Za-z]+)\.([^/]+)\.yaml$/;
const namespaceIn = (text: string): string => /^ {2}namespace: (\S+)$/m.exec(text)?.[1] ?? '';
const staysIn = (text: string): boolean => /argocd\.argoproj\.io\/sync-options: .*Prune=false/.test(text);

/**
 * A file of a place by its path.
 *
 * @param isDelivered Whether ArgoCD delivers the place, and so removes what is no longer there.
 */
export const objectMeant = (path: string, text: string, isDelivered: boolean): ObjectMeant => {
  const [, kind = '', name = ''] = manifest.exec(path) ?? [];
  return {
    ...{ path, kind, name: name === '' ? path.replace(/^[^/]+\//, '') : name },
    namespace: kind === '' ? '' : namespaceIn(text),
    pruned: isDelivered && kind !== '' && !staysIn(text),
    content: contentOf(text),
  };
};
