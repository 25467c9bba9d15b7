import { describe, expect, test } from '@jest/globals';
import { type Application } from '#application/application.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { nodeExporter } from '#application/exporter/node.js';
import { type Field, isObject } from '#ground/field.js';
import { podOf } from '#imports/pod-security/pod.js';
import { controls, profileOf, violationsOf } from '#imports/pod-security/profile.js';
import type { Law } from '#laws/law.js';
import { everyPodKeepsToItsMeans } from '#laws/pod-means.js';
import { everyPodIsRestricted } from '#laws/pod-security.js';
import { estate } from '../estate.js';
import { objectsOf } from '../synth/estate/objects.js';
import { probingShop } from '../synth/estate/probing.js';
import { shop } from '../synth/estate/shop.js';

/** Another value at a field, whose parents are made where they are missing. */
const put = (root: unknown, [step, ...rest]: Field, value: unknown): unknown => {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const items: readonly unknown[] = Array.isArray(root) ? root : [];
    return [...items.slice(0, step), put(items[step], rest, value), ...items.slice(step + 1)];
  }
  const object = isObject(root) ? root : {};
  return { ...object, [step]: put(object[step], rest, value) };
};

const container = {
  name: 'shop',
  image: 'registry.example/shop:v1.2.3',
  resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  },
};
/** A pod about which all is well. */
const well = {
  metadata: { labels: { app: 'shop' } },
  spec: {
    automountServiceAccountToken: false,
    containers: [container],
    securityContext: { runAsNonRoot: true, runAsUser: 65_534, seccompProfile: { type: 'RuntimeDefault' } },
  },
};
type Change = readonly [field: Field, value: unknown];
const changed = (...changes: readonly Change[]): object => {
  const template = changes.reduce<unknown>((pod, [field, value]) => put(pod, field, value), well);
  return isObject(template) ? template : {};
};
const deployment = (template: object, namespace = 'shop-prod') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop', namespace },
  spec: { template },
});
const namesOf = (template: object) => {
  const pod = podOf(deployment(template));
  return pod ? [...new Set(violationsOf(pod).map(({ name, level }) => `${level} ${name}`))] : [];
};
const first: Field = ['spec', 'containers', 0];
const context: Field = [...first, 'securityContext'];
const ofPod: Field = ['spec', 'securityContext'];
const volume = (of: object): Change => [['spec', 'volumes'], [{ name: 'data', ...of }]];

test('a pod about which all is well keeps to the profile restricted', () => {
  expect(namesOf(well)).toEqual([]);
});

/** Each control, with what it does not allow, what else that breaks, and what it allows. */
const cases: readonly (readonly [control: string, broken: Change, also: readonly string[], kept: Change])[] =
  [
    [
      'baseline HostProcess',
      [[...ofPod, 'windowsOptions', 'hostProcess'], true],
      [],
      [[...ofPod, 'windowsOptions', 'hostProcess'], false],
    ],
    [
      'baseline HostProcess',
      [[...context, 'windowsOptions', 'hostProcess'], true],
      [],
      [context, container.securityContext],
    ],
    ...['hostNetwork', 'hostPID', 'hostIPC'].map(
      (field) => ['baseline Host Namespaces', [['spec', field], true], [], [['spec', field], false]] as const,
    ),
    [
      'baseline Privileged Containers',
      [[...context, 'privileged'], true],
      [],
      [[...context, 'privileged'], false],
    ],
    [
      'baseline Capabilities',
      [[...context, 'capabilities', 'add'], ['NET_RAW']],
      ['restricted Capabilities'],
      [[...context, 'capabilities', 'add'], ['NET_BIND_SERVICE']],
    ],
    [
      'baseline HostPath Volumes',
      volume({ hostPath: { path: '/' } }),
      ['restricted Volume Types'],
      volume({ emptyDir: {} }),
    ],
    [
      'baseline Host Ports',
      [[...first, 'ports'], [{ containerPort: 80, hostPort: 80 }]],
      [],
      [[...first, 'ports'], [{ containerPort: 80, hostPort: 0 }]],
    ],
    ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((hook) =>
      ['httpGet', 'tcpSocket'].map(
        (asked) =>
          [
            'baseline Host Probes / Lifecycle Hooks',
            [[...first, hook, asked, 'host'], '169.254.169.254'],
            [],
            [[...first, hook, asked, 'host'], ''],
          ] as const,
      ),
    ),
    [
      'baseline Host Probes / Lifecycle Hooks',
      [[...first, 'lifecycle', 'preStop', 'httpGet', 'host'], 'localhost'],
      [],
      [[...first, 'lifecycle', 'preStop', 'httpGet', 'port'], 80],
    ],
    [
      'baseline AppArmor',
      [[...ofPod, 'appArmorProfile', 'type'], 'Unconfined'],
      [],
      [[...ofPod, 'appArmorProfile', 'type'], 'Localhost'],
    ],
    [
      'baseline AppArmor',
      [['metadata', 'annotations', 'container.apparmor.security.beta.kubernetes.io/shop'], 'unconfined'],
      [],
      [['metadata', 'annotations', 'container.apparmor.security.beta.kubernetes.io/shop'], 'localhost/shop'],
    ],
    [
      'baseline SELinux',
      [[...ofPod, 'seLinuxOptions', 'type'], 'spc_t'],
      [],
      [[...ofPod, 'seLinuxOptions', 'type'], 'container_t'],
    ],
    ...['user', 'role'].map(
      (field) =>
        [
          'baseline SELinux',
          [[...context, 'seLinuxOptions', field], 'sysadm'],
          [],
          [[...context, 'seLinuxOptions', field], ''],
        ] as const,
    ),
    [
      'baseline /proc Mount Type',
      [[...context, 'procMount'], 'Unmasked'],
      [],
      [[...context, 'procMount'], 'Default'],
    ],
    [
      'baseline Seccomp',
      [[...context, 'seccompProfile', 'type'], 'Unconfined'],
      ['restricted Seccomp'],
      [[...context, 'seccompProfile', 'type'], 'Localhost'],
    ],
    [
      'baseline Sysctls',
      [[...ofPod, 'sysctls'], [{ name: 'kernel.msgmax', value: '1' }]],
      [],
      [[...ofPod, 'sysctls'], [{ name: 'net.ipv4.tcp_rmem', value: '1' }]],
    ],
    [
      'restricted Volume Types',
      volume({ nfs: { server: 'nas', path: '/' } }),
      [],
      volume({ secret: { secretName: 's' } }),
    ],
    [
      'restricted Privilege Escalation',
      [[...context, 'allowPrivilegeEscalation'], undefined],
      [],
      [[...context, 'allowPrivilegeEscalation'], false],
    ],
    [
      'restricted Running as Non-root',
      [[...context, 'runAsNonRoot'], false],
      [],
      [[...context, 'runAsNonRoot'], true],
    ],
    [
      'restricted Running as Non-root',
      [[...ofPod, 'runAsNonRoot'], undefined],
      [],
      [ofPod, well.spec.securityContext],
    ],
    [
      'restricted Running as Non-root user',
      [[...context, 'runAsUser'], 0],
      [],
      [[...context, 'runAsUser'], 1],
    ],
    [
      'restricted Seccomp',
      [[...ofPod, 'seccompProfile'], undefined],
      [],
      [[...ofPod, 'seccompProfile', 'type'], 'Localhost'],
    ],
    [
      'restricted Capabilities',
      [[...context, 'capabilities', 'drop'], ['NET_RAW']],
      [],
      [
        [...context, 'capabilities', 'drop'],
        ['NET_RAW', 'ALL'],
      ],
    ],
    [
      'restricted Capabilities',
      [[...context, 'capabilities', 'add'], ['CHOWN']],
      [],
      [[...context, 'capabilities', 'add'], ['NET_BIND_SERVICE']],
    ],
  ];

describe('of the Pod Security Standards the control', () => {
  test.each(cases)('%s does not allow %j', (control, broken, also) => {
    expect(namesOf(changed(broken))).toEqual([control, ...also]);
  });

  test.each(cases)(
    '%s, in a container that runs before the others, does not allow %j',
    (control, [field, value], also) => {
      const before = field.map((step) => (step === 'containers' ? 'initContainers' : step));
      const pod = changed([['spec', 'initContainers'], [container]], [before, value]);
      expect(namesOf(pod)).toEqual([control, ...also]);
    },
  );

  test.each(cases)('%s allows instead of %j what keeps to it', (_, _broken, _also, kept) => {
    expect(namesOf(changed(kept))).toEqual([]);
  });

  test.each([...new Set(controls.map(({ name, level }) => `${level} ${name}`))])('%s is tried', (control) => {
    expect(cases.map(([name]) => name)).toContain(control);
  });
});

describe('the profile of a pod is', () => {
  const profile = (...changes: readonly Change[]) => {
    const pod = podOf(deployment(changed(...changes)));
    return pod && profileOf(pod);
  };
  test.each<[string, Change]>([
    ['restricted', [[...context, 'privileged'], false]],
    ['baseline', [[...context, 'runAsNonRoot'], false]],
    ['privileged', volume({ hostPath: { path: '/' } })],
  ])('%s of one with %j', (wanted, change) => {
    expect(profile(change)).toBe(wanted);
  });
});

test.each([
  ['CronJob', { jobTemplate: { spec: { template: well } } }],
  ['StatefulSet', { template: well }],
  ['Job', { template: well }],
])('the pod of a %s is found', (kind, spec) => {
  expect(podOf({ kind, ...{ spec } })?.template).toEqual(well);
});

test('of what makes no pod there is none', () => {
  expect(podOf({ kind: 'Service' })).toBeUndefined();
});

const faultsOf = (law: Law, template: object, namespace?: string) =>
  law({
    applications: [shop()],
    objects: [
      {
        ...{ place: '', application: 'shop', path: 'shop/web', file: 'shop/Deployment.shop.yaml' },
        manifest: deployment(template, namespace),
      },
    ],
  });

describe('every pod is restricted:', () => {
  test('what is not tells where, and by which control', () => {
    expect(faultsOf(everyPodIsRestricted, changed([[...context, 'runAsUser'], 0]))).toEqual([
      {
        where: 'shop/web spec.template.spec.containers[0].securityContext.runAsUser',
        what: '0',
        code: 'pod-security',
        why: "shop-prod may enforce it, and makes no such pod then: the control 'Running as Non-root user' of Pod Security's profile restricted",
        cure: 'run as another user than root',
      },
    ]);
  });

  const root: readonly Change[] = [
    [[...context, 'runAsUser'], 0],
    [[...context, 'runAsNonRoot'], false],
    volume({ hostPath: { path: '/var/log' } }),
    [[...context, 'capabilities', 'add'], ['DAC_READ_SEARCH']],
  ];

  test('agents may read the files of their machine, in their namespace alone', () => {
    const codes = (namespace: string) =>
      faultsOf(everyPodIsRestricted, changed(...root), namespace).map(({ code }) => code);
    expect([codes('shop-agents'), new Set(codes('shop-prod'))]).toEqual([[], new Set(['pod-security'])]);
  });

  test.each<[string, Change]>([
    ['its network', [['spec', 'hostNetwork'], true]],
    ['its devices', [[...context, 'privileged'], true]],
    ['another capability', [[...context, 'capabilities', 'add'], ['SYS_ADMIN']]],
    ['a disk of the network', volume({ nfs: { server: 'nas', path: '/' } })],
    ['more rights than they begin with', [[...context, 'allowPrivilegeEscalation'], true]],
    ['every system call', [[...ofPod, 'seccompProfile'], undefined]],
  ])('agents may not have %s', (_, change) => {
    expect(faultsOf(everyPodIsRestricted, changed(change), 'shop-agents')).not.toEqual([]);
  });
});

describe('every pod keeps to its means:', () => {
  test('one about which all is well', () => {
    expect(faultsOf(everyPodKeepsToItsMeans, well)).toEqual([]);
  });

  test.each<[string, Change, string]>([
    ['pod-without-limits', [[...first, 'resources', 'limits'], undefined], 'resources.limits.memory'],
    ['pod-without-limits', [[...first, 'resources', 'requests', 'cpu'], undefined], 'resources.requests.cpu'],
    [
      'pod-that-writes',
      [[...context, 'readOnlyRootFilesystem'], false],
      'securityContext.readOnlyRootFilesystem',
    ],
    ['image-without-version', [[...first, 'image'], 'registry.example/shop:latest'], 'image'],
  ])('%s where %j', (code, change, field) => {
    expect(faultsOf(everyPodKeepsToItsMeans, changed(change))).toMatchObject([
      { code, where: `shop/web spec.template.spec.containers[0].${field}` },
    ]);
  });

  test.each<[string, Change]>([
    ['that says nothing of it', [['spec', 'automountServiceAccountToken'], undefined]],
    ['that wants it for the account of its namespace', [['spec', 'automountServiceAccountToken'], true]],
  ])('a token is not given to one %s', (_, change) => {
    expect(faultsOf(everyPodKeepsToItsMeans, changed(change))).toMatchObject([{ code: 'pod-with-a-token' }]);
  });

  test('a token is given to one with an account of its own', () => {
    const own: Change = [['spec', 'serviceAccountName'], 'thanos'];
    const pod = changed([['spec', 'automountServiceAccountToken'], true], own);
    expect(faultsOf(everyPodKeepsToItsMeans, pod)).toEqual([]);
  });

  test('an image may be of a digest', () => {
    const image = `registry.example/shop@sha256:${'0'.repeat(64)}`;
    expect(faultsOf(everyPodKeepsToItsMeans, changed([[...first, 'image'], image]))).toEqual([]);
  });
});

/** Every application of this repository, and one with all that may be rendered beside. */
const everything: readonly Application[] = [
  ...estate,
  probingShop(),
  shop({
    logs: fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki', port: 3100 } }),
    exporters: [nodeExporter('node-exporter', { namespace: 'shop-prod' })],
  }),
];
const pods = everything.flatMap((application) =>
  objectsOf(application)
    .filter((manifest) => podOf(manifest) !== undefined)
    .map((manifest) => ({
      called: `${application.name} ${manifest.metadata.namespace}/${manifest.metadata.name}`,
      object: { place: '', application: application.name, path: '', file: '', manifest },
    })),
);

describe('what we render:', () => {
  test.each(pods)('$called is restricted, or an agent', ({ object }) => {
    expect(everyPodIsRestricted({ applications: everything, objects: [object] })).toEqual([]);
  });

  test.each(pods)('$called keeps to its means', ({ object }) => {
    expect(everyPodKeepsToItsMeans({ applications: everything, objects: [object] })).toEqual([]);
  });

  test.each(pods.filter(({ called }) => !/agents/.test(called)))(
    '$called may run where restricted is enforced',
    ({ object }) => {
      const pod = podOf(object.manifest);
      expect(pod && profileOf(pod)).toBe('restricted');
    },
  );
});
