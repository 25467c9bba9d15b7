import { type Shape, aNumber, byName, exactly, length, named, oneOf, text } from '#ground/shape.js';
import { secretReference } from '#ground/secret.js';

const quantities: Shape = exactly({ cpu: text, memory: text });
const resources: Shape = exactly({ requests: quantities, limits: exactly({}, { cpu: text, memory: text }) });
const storage: Shape = exactly({ size: text }, { storageClass: text });

/** What Thanos is described by, where types were put aside. */
export const thanosShape: Shape = exactly(
  {
    version: named,
    objectStorage: exactly({ bucket: named, config: secretReference }),
    sidecar: resources,
  },
  {
    // One that was made may be said anew.
    name: oneOf(['thanos']),
    image: named,
    query: exactly({ replicas: aNumber, resources }),
    store: exactly({ replicas: aNumber, storage, resources }),
    compactor: exactly({
      storage,
      resources,
      keeps: exactly({ raw: length, fiveMinutes: length, oneHour: length }),
      deleteDelay: length,
    }),
    ruler: exactly({
      replicas: aNumber,
      storage,
      resources,
      evaluationInterval: length,
      retention: length,
      evaluates: oneOf(['all', 'over clusters']),
    }),
    clusters: byName(named),
  },
);
