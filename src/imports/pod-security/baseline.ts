import { type Field, isObject } from '#ground/field.js';
import { type Control, among, noOther, only } from './control.js';
import { type Pod, containersOf, contextsOf, itemsOf, of } from './pod.js';

const out = 'leave it out';
const ofContainers =
  (...field: Field) =>
  (pod: Pod): readonly Field[] =>
    containersOf(pod).map((at) => [...at, ...field]);

const capabilities = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE'],
  ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];

/** Of Kubernetes 1.32. */
const sysctls = [
  ...['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start'],
  ...['net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range', 'net.ipv4.ip_local_reserved_ports'],
  ...['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl'],
  ...['net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'],
];

/** Where a probe or a hook may name another host than the pod. */
const hosts = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop']
  .map((hook) => hook.split('.'))
  .flatMap((hook) => ['httpGet', 'tcpSocket'].map((asked) => [...hook, asked, 'host']));

const appArmor = 'container.apparmor.security.beta.kubernetes.io/';
const annotationsOf = (pod: Pod): readonly Field[] => {
  const annotations = of(pod, ['metadata', 'annotations']);
  return (isObject(annotations) ? Object.keys(annotations) : [])
    .filter((key) => key.startsWith(appArmor))
    .map((key) => ['metadata', 'annotations', key]);
};

/** What the profile `baseline` asks, of pods for Linux: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline. */
export const baseline: readonly Control[] = [
  only(
    'HostProcess',
    'baseline',
    (pod) => contextsOf(pod, 'windowsOptions', 'hostProcess'),
    among(false),
    out,
  ),
  only(
    'Host Namespaces',
    'baseline',
    () => ['hostNetwork', 'hostPID', 'hostIPC'].map((field) => ['spec', field]),
    among(false),
    out,
  ),
  only(
    'Privileged Containers',
    'baseline',
    ofContainers('securityContext', 'privileged'),
    among(false),
    'write privileged: false',
  ),
  {
    name: 'Capabilities',
    level: 'baseline',
    violations: (pod) =>
      noOther(pod, ofContainers('securityContext', 'capabilities', 'add')(pod), capabilities, out),
  },
  only(
    'HostPath Volumes',
    'baseline',
    (pod) => itemsOf(pod, 'spec', 'volumes').map((at) => [...at, 'hostPath']),
    among(),
    'read the files of machines in the namespace of agents alone',
  ),
  only(
    'Host Ports',
    'baseline',
    (pod) =>
      containersOf(pod).flatMap((at) => itemsOf(pod, ...at, 'ports').map((port) => [...port, 'hostPort'])),
    among(0),
    out,
  ),
  only(
    'Host Probes / Lifecycle Hooks',
    'baseline',
    (pod) => hosts.flatMap((host) => ofContainers(...host)(pod)),
    among(''),
    'ask the pod itself: leave the host out',
  ),
  only(
    'AppArmor',
    'baseline',
    (pod) => contextsOf(pod, 'appArmorProfile', 'type'),
    among('RuntimeDefault', 'Localhost'),
    'write RuntimeDefault',
  ),
  only(
    'AppArmor',
    'baseline',
    annotationsOf,
    (value) => value === 'runtime/default' || String(value).startsWith('localhost/'),
    'write runtime/default',
  ),
  only(
    'SELinux',
    'baseline',
    (pod) => contextsOf(pod, 'seLinuxOptions', 'type'),
    among('', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'),
    out,
  ),
  only(
    'SELinux',
    'baseline',
    (pod) => ['user', 'role'].flatMap((field) => contextsOf(pod, 'seLinuxOptions', field)),
    among(''),
    out,
  ),
  only('/proc Mount Type', 'baseline', ofContainers('securityContext', 'procMount'), among('Default'), out),
  only(
    'Seccomp',
    'baseline',
    (pod) => contextsOf(pod, 'seccompProfile', 'type'),
    among('RuntimeDefault', 'Localhost'),
    'write RuntimeDefault',
  ),
  only(
    'Sysctls',
    'baseline',
    (pod) => itemsOf(pod, 'spec', 'securityContext', 'sysctls').map((at) => [...at, 'name']),
    among(...sysctls),
    out,
  ),
];
