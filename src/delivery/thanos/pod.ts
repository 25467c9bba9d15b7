import { some } from '#constructs/some.js';
import { thanosImage } from '#platform/engine/thanos.js';
import type { PodResources } from '#platform/platform.js';
import { type Inside, type PartName, podLabels, ports } from './parts.js';

/** The user of the image, https://github.com/thanos-io/thanos/blob/main/Dockerfile. */
const user = 1001;
/** Where a part keeps what it keeps, and where it reads of the bucket. */
const data = '/data';
const config = '/etc/thanos';

/** What differs from part to part. */
export interface Pod {
  readonly part: PartName;
  /** `query`, and the flags behind it. */
  readonly args: readonly string[];
  readonly resources: PodResources;
  /** Whether it reads or writes the bucket. */
  readonly usesBucket: boolean;
  /** Whether it keeps files: below `/data`, of a volume that is called so. */
  readonly keepsData: boolean;
  /** How long it may take until it is ended: what it has begun it ends first. */
  readonly endsWithin: number;
}

/** The flags by which a part finds the bucket and its own files. */
export const bucketArgs = ({ engine }: Inside): readonly string[] => [
  `--data-dir=${data}`,
  `--objstore.config-file=${config}/${engine.objectStorage.config.key}`,
];

const probe = (path: string, periodSeconds: number) => ({
  httpGet: { path, port: 'http' },
  periodSeconds,
});

const spread = (part: PartName) => ({
  affinity: {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 100,
          podAffinityTerm: {
            topologyKey: 'kubernetes.io/hostname',
            labelSelector: { matchLabels: podLabels(part) },
          },
        },
      ],
    },
  },
});

/** A container that has no rights, and writes nowhere but into its volume. */
const container = (inside: Inside, { part, args, resources, usesBucket, keepsData }: Pod) => ({
  name: `thanos-${part}`,
  image: thanosImage(inside.engine),
  imagePullPolicy: 'IfNotPresent' as const,
  args: [...args],
  ports: [
    { name: 'http', containerPort: ports.http },
    { name: 'grpc', containerPort: ports.grpc },
  ],
  livenessProbe: probe('/-/healthy', 30),
  readinessProbe: probe('/-/ready', 10),
  resources: { requests: { ...resources.requests }, limits: { ...resources.limits } },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
  ...some('volumeMounts', [
    ...(keepsData ? [{ name: 'data', mountPath: data }] : []),
    ...(usesBucket ? [{ name: 'bucket', mountPath: config, readOnly: true }] : []),
  ]),
});

const volumes = ({ engine }: Inside, { usesBucket }: Pod) => {
  const { name, key } = engine.objectStorage.config;
  return some(
    'volumes',
    usesBucket ? [{ name: 'bucket', secret: { secretName: name, items: [{ key, path: key }] } }] : [],
  );
};

/** The pods of a part: under restricted Pod Security, without a token, apart from each other where nodes allow it. */
export const podTemplate = (inside: Inside, pod: Pod) => {
  const { placement } = inside.platform;
  return {
    metadata: { labels: podLabels(pod.part) },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: pod.endsWithin,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: user,
        runAsGroup: user,
        fsGroup: user,
        seccompProfile: { type: 'RuntimeDefault' as const },
      },
      ...spread(pod.part),
      ...(placement && {
        nodeSelector: { ...placement.nodeSelector },
        ...some('tolerations', placement.tolerations),
      }),
      containers: [container(inside, pod)],
      ...volumes(inside, pod),
    },
  };
};
