import { type Defaults, at, ofEvery, type Part, together } from './part.js';

const probe: Part = {
  filled: {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
    'httpGet.path': '/',
    'httpGet.scheme': 'HTTP',
  },
  keyed: {},
  dropped: ['initialDelaySeconds'],
};

const container: Part = together(
  {
    filled: {
      // Images carry a version here: of `latest` it would be Always.
      imagePullPolicy: 'IfNotPresent',
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
      resources: {},
      'ports[].protocol': 'TCP',
      'env[].valueFrom.fieldRef.apiVersion': 'v1',
    },
    keyed: { env: ['name'], ports: ['containerPort', 'protocol'], volumeMounts: ['mountPath'] },
    dropped: [
      ...[
        'args',
        'command',
        'env',
        'envFrom',
        'ports',
        'volumeMounts',
        'stdin',
        'stdinOnce',
        'tty',
        'workingDir',
      ],
      ...['ports[].hostPort', 'volumeMounts[].readOnly', 'volumeMounts[].subPath'],
      ...['securityContext.capabilities.add', 'securityContext.capabilities.drop'],
    ],
  },
  at('livenessProbe', probe),
  at('readinessProbe', probe),
  at('startupProbe', probe),
);

const podSpec: Part = together(
  {
    filled: {
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      securityContext: {},
      terminationGracePeriodSeconds: 30,
      'volumes[].configMap.defaultMode': 420,
      'volumes[].secret.defaultMode': 420,
      'volumes[].projected.defaultMode': 420,
      'volumes[].projected.sources[].serviceAccountToken.expirationSeconds': 3600,
      'volumes[].hostPath.type': '',
    },
    keyed: {
      containers: ['name'],
      initContainers: ['name'],
      volumes: ['name'],
      imagePullSecrets: ['name'],
    },
    dropped: [
      ...['hostNetwork', 'hostPID', 'hostIPC', 'nodeName', 'nodeSelector', 'priorityClassName'],
      ...['imagePullSecrets', 'initContainers', 'serviceAccountName', 'tolerations', 'volumes'],
    ],
  },
  at('containers[]', container),
  at('initContainers[]', container),
);

const workload: Part = together(
  ofEvery,
  {
    filled: { 'spec.revisionHistoryLimit': 10 },
    keyed: {},
    dropped: [
      ...['status', 'spec.minReadySeconds', 'spec.template.metadata.creationTimestamp'],
      ...['spec.template.metadata.labels', 'spec.template.metadata.annotations'],
    ],
  },
  at('spec.template.spec', podSpec),
);

export const deployment: Defaults = {
  kind: 'Deployment',
  ...together(workload, {
    filled: {
      'spec.replicas': 1,
      'spec.progressDeadlineSeconds': 600,
      'spec.strategy': { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
    },
    keyed: {},
    dropped: ['spec.paused'],
  }),
};

export const daemonSet: Defaults = {
  kind: 'DaemonSet',
  ...together(workload, {
    filled: {
      'spec.updateStrategy': { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    },
    keyed: {},
    dropped: [],
  }),
};

/** The templates of its claims are one list, which is compared whole: they say themselves what a server would fill in. */
export const statefulSet: Defaults = {
  kind: 'StatefulSet',
  ...together(workload, {
    filled: {
      'spec.replicas': 1,
      'spec.podManagementPolicy': 'OrderedReady',
      'spec.updateStrategy': { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      'spec.persistentVolumeClaimRetentionPolicy': { whenDeleted: 'Retain', whenScaled: 'Retain' },
      'spec.volumeClaimTemplates[].apiVersion': 'v1',
      'spec.volumeClaimTemplates[].kind': 'PersistentVolumeClaim',
      'spec.volumeClaimTemplates[].spec.volumeMode': 'Filesystem',
      'spec.volumeClaimTemplates[].status': { phase: 'Pending' },
    },
    keyed: {},
    dropped: ['spec.volumeClaimTemplates'],
  }),
};
