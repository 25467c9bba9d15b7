import type { Duration } from '#ground/duration.js';
import type { Secret } from '#ground/secret.js';
import type { PodResources, Storage } from '#platform/resources.js';

/** Where blocks are kept: a bucket, and the Secret whose key holds how Thanos reaches it, https://thanos.io/tip/thanos/storage.md/. */
export interface ObjectStorage {
  /** By which two clusters are known to share it; the Secret names it too, and is not read here. */
  readonly bucket: string;
  /** In the namespace of the platform. */
  readonly config: Secret;
}

/** How long blocks are kept, by how close their samples lie: as scraped, one each 5 minutes, one each hour. */
export interface Resolutions {
  readonly raw: Duration;
  readonly fiveMinutes: Duration;
  readonly oneHour: Duration;
}

/** What answers questions: of the sidecars and the ruler for what is new, of the store for what is old. */
export interface ThanosQuery {
  readonly replicas: number;
  readonly resources: PodResources;
}

/** What reads blocks of the bucket. Its volume holds a copy of their indexes' headers, which it can make anew. */
export interface ThanosStore {
  readonly replicas: number;
  readonly storage: Storage;
  readonly resources: PodResources;
}

/** What joins blocks and ends them. There is one for each bucket: two would each write what the other takes away. */
export interface ThanosCompactor {
  readonly storage: Storage;
  readonly resources: PodResources;
  readonly keeps: Resolutions;
  /** How long a block that is to go is still there for who has it open. */
  readonly deleteDelay: Duration;
}

/** What evaluates rules over all that Query sees. */
export interface ThanosRuler {
  readonly replicas: number;
  readonly storage: Storage;
  readonly resources: PodResources;
  readonly evaluationInterval: Duration;
  /** How long it keeps what it records itself, until the bucket has it. */
  readonly retention: Duration;
  /**
   * Which rules are its own: `all` of the cluster but those that say `on: 'prometheus'`, as where a Prometheus has shards; or those alone that
   * are `over clusters`, so that the others are evaluated beside what they read, whatever becomes of Query.
   */
  readonly evaluates: 'all' | 'over clusters';
}

/**
 * Thanos, https://thanos.io: a sidecar at each Prometheus writes its blocks into a bucket, and answers for those that are not there yet. What asks,
 * reads, joins and evaluates runs in one cluster of those that share a bucket, or in several; where it is left out a cluster is asked from another.
 */
export interface Thanos {
  readonly name: 'thanos';
  /** Of all its parts: `0.42.4`. */
  readonly version: string;
  /** The image without its tag: `quay.io/thanos/thanos`. */
  readonly image: string;
  readonly objectStorage: ObjectStorage;
  readonly sidecar: PodResources;
  readonly query?: ThanosQuery;
  readonly store?: ThanosStore;
  readonly compactor?: ThanosCompactor;
  readonly ruler?: ThanosRuler;
  /**
   * Other clusters of which Query here answers too, by their label `cluster`, with where their sidecars (or their Query) are reached by gRPC:
   * `{ seoul: 'dnssrv+_grpc._tcp.thanos.seoul.example.com' }`. Blocks of theirs come from the bucket.
   */
  readonly clusters: Readonly<Record<string, string>>;
}

/** The image of all its parts. */
export const thanosImage = ({ image, version }: Pick<Thanos, 'image' | 'version'>): string =>
  `${image}:v${version}`;
