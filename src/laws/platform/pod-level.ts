import { isObject } from '#ground/field.js';
import { listAt, objectAt } from '#ground/json.js';

/** The levels of Kubernetes' Pod Security Standards, the strictest first. */
export const levels = ['restricted', 'baseline', 'privileged'] as const;
export type Level = (typeof levels)[number];

/** What keeps a pod out of a level, as the field that does it. */
export interface Need {
  /** The strictest level that takes it. */
  readonly level: Level;
  readonly field: string;
}

type Json = Readonly<Record<string, unknown>>;

const need = (level: Level, field: string, isNeeded: boolean): readonly Need[] =>
  isNeeded ? [{ level, field }] : [];

/** Capabilities that the baseline lets a container add. */
const harmless = new Set([
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE'],
  ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
]);
const restrictedVolumes = new Set([
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim'],
  ...['projected', 'secret'],
]);

const ofContainer = (container: Json, pod: Json): readonly Need[] => {
  const own = objectAt(container, 'securityContext');
  const ofPod = objectAt(pod, 'securityContext');
  const { name = '' } = container;
  const at = (field: string): string => `${String(name)}.securityContext.${field}`;
  const added = listAt(own, 'capabilities', 'add').map(String);
  const seccomp = objectAt(own, 'seccompProfile')['type'] ?? objectAt(ofPod, 'seccompProfile')['type'];
  return [
    ...need('privileged', at('privileged'), own['privileged'] === true),
    ...need(
      'privileged',
      at('capabilities.add'),
      added.some((each) => !harmless.has(each)),
    ),
    ...need('privileged', at('seccompProfile'), seccomp === 'Unconfined'),
    ...need(
      'privileged',
      `${String(name)}.ports.hostPort`,
      listAt(container, 'ports').some((port) => isObject(port) && Number(port['hostPort'] ?? 0) > 0),
    ),
    ...need('baseline', at('allowPrivilegeEscalation'), own['allowPrivilegeEscalation'] !== false),
    ...need('baseline', at('runAsNonRoot'), (own['runAsNonRoot'] ?? ofPod['runAsNonRoot']) !== true),
    ...need('baseline', at('runAsUser'), (own['runAsUser'] ?? ofPod['runAsUser']) === 0),
    ...need(
      'baseline',
      at('seccompProfile'),
      seccomp !== 'RuntimeDefault' && seccomp !== 'Localhost' && seccomp !== 'Unconfined',
    ),
    ...need('baseline', at('capabilities.drop'), !listAt(own, 'capabilities', 'drop').includes('ALL')),
    ...need(
      'baseline',
      at('capabilities.add'),
      added.some((each) => each !== 'NET_BIND_SERVICE' && harmless.has(each)),
    ),
  ];
};

/**
 * What a pod needs that `restricted` refuses, by the Pod Security Standards of Kubernetes 1.36,
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/, as far as a pod of Linux says it.
 */
export const podNeeds = (pod: Json): readonly Need[] => [
  ...(['hostNetwork', 'hostPID', 'hostIPC'] as const).flatMap((field) =>
    need('privileged', field, pod[field] === true),
  ),
  ...listAt(pod, 'volumes')
    .filter(isObject)
    .flatMap((volume) => {
      const [kind = ''] = Object.keys(volume).filter((key) => key !== 'name');
      const field = `volumes.${String(volume['name'])}.${kind}`;
      return [
        ...need('privileged', field, kind === 'hostPath'),
        ...need('baseline', field, kind !== 'hostPath' && !restrictedVolumes.has(kind)),
      ];
    }),
  ...(['containers', 'initContainers', 'ephemeralContainers'] as const).flatMap((list) =>
    listAt(pod, list)
      .filter(isObject)
      .flatMap((container) => ofContainer(container, pod)),
  ),
];

/** The strictest level that takes a pod with these needs. */
export const levelOf = (needs: readonly Need[]): Level =>
  levels.findLast((level) => needs.some((each) => each.level === level)) ?? 'restricted';
