import { isObject } from '#ground/field.js';
import { type Shape, exactly, listOf, named, oneOf, text } from '#ground/shape.js';

const somebody = { kind: oneOf(['ServiceAccount', 'Group', 'User']), name: named };
const inNamespace = exactly({ ...somebody, namespace: named });
const anywhere = exactly(somebody);

/** Only a service account lies in a namespace. */
const deliverer: Shape = (where, value) =>
  (isObject(value) && value['kind'] === 'ServiceAccount' ? inNamespace : anywhere)(where, value);

const texts = listOf(named);
const ignored = exactly(
  { group: text, kind: named, because: text },
  {
    ...{ name: named, namespace: named },
    ...{ jsonPointers: texts, jqPathExpressions: texts, managedFieldsManagers: texts },
  },
);

/** What an ArgoCD is described by, where types were put aside. */
export const argocdShape = exactly(
  { repository: named },
  {
    ...{ revision: named, path: named, namespace: named, server: named, project: named, home: named },
    ...{ charts: named, crds: named, deliverer, ignores: listOf(ignored) },
  },
);
