import { isObject } from '#ground/field.js';
import { type Shape, aFunction, byName, exactly, listOf, madeBy, named, text } from '#ground/shape.js';
import { isPlatform } from '#platform/made.js';
import { namespacesShape } from './namespace.js';
import { sizeShape } from './size.js';

const isArgoCD = (value: unknown): boolean =>
  isObject(value) && isObject(value['deliverer']) && Array.isArray(value['ignores']);

const sources = ['hand', 'external-secrets', 'sealed-secrets'];
const isSource = (value: unknown): boolean => isObject(value) && sources.some((by) => by === value['by']);

const madePlatform = madeBy('kubePrometheusStack(…)', isPlatform);

const described = exactly(
  {
    applications: listOf((where, value) =>
      value === undefined || typeof value === 'object' ? [] : aFunction(where, value),
    ),
  },
  {
    environment: named,
    labels: byName(text),
    platform: madePlatform,
    addresses: exactly({}, { grafana: text, prometheus: text, alertmanager: text, runbooks: text }),
    argocd: madeBy('argocd(…)', isArgoCD),
    secrets: madeBy('byHand, externalSecrets(…) or sealedSecrets(…)', isSource),
    namespaces: namespacesShape,
    size: sizeShape,
  },
);

/** What a cluster is described by, where types were put aside. A platform that is there and undefined is a slip, and never the usual one. */
export const clusterShape: Shape = (where, value) => [
  ...described(where, value),
  ...(isObject(value) && 'platform' in value && value['platform'] === undefined
    ? [
        {
          where: 'platform',
          what: '',
          code: 'missing-field' as const,
          why: 'it is undefined, as a name is that is misspelt or read before it is there',
          cure: 'write kubePrometheusStack(…), or leave the whole field out where somebody else delivers it',
        },
      ]
    : []),
];
