import { aFunction, anything, byName, exactly, listOf, named, text } from '#ground/shape.js';
import { namespacesShape } from './namespace.js';
import { sizeShape } from './size.js';

/** What a cluster is described by, where types were put aside. */
export const clusterShape = exactly(
  {
    applications: listOf((where, value) =>
      value === undefined || typeof value === 'object' ? [] : aFunction(where, value),
    ),
  },
  {
    environment: named,
    labels: byName(text),
    platform: anything,
    addresses: exactly({}, { grafana: text, prometheus: text, alertmanager: text, runbooks: text }),
    argocd: anything,
    secrets: anything,
    namespaces: namespacesShape,
    size: sizeShape,
  },
);
