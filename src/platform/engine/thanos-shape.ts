import { type Shape, aNumber, byName, exactly, length, named, oneOf, text } from '#ground/shape.js';
import { secretReference } from '#ground/secret.js';

const quantities: Shape = exactly({ cpu: text, memory: text });
const resources: Shape = exactly({ requests: quantities, limits: exactly({}, { cpu: text, memory: text }) });
const storage: Shape = exactly({ size: text }, { storageClass: text });

/** The same shape with another cure: what is written there, and not anything of its type. */
const asIn =
  (cure: string, shape: Shape): Shape =>
  (where, value) =>
    shape(where, value).map((fault) => (fault.where === where ? { ...fault, cure } : fault));

const config = asIn(
  "write the key that holds how the bucket is reached: secret('thanos-objstore', 'objstore.yml')",
  secretReference,
);
const bucket = asIn("write what the bucket is called: 'metrics-blocks'", named);

/** What Thanos is described by, where types were put aside. */
export const thanosShape: Shape = exactly(
  {
    version: asIn("write the three numbers of a release: '0.42.4'", named),
    objectStorage: asIn(
      "write { bucket: 'metrics-blocks', config: secret('thanos-objstore', 'objstore.yml') }",
      exactly({ bucket, config }),
    ),
  },
  {
    // One that was made may be said anew.
    name: oneOf(['thanos']),
    image: named,
    sidecar: resources,
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
