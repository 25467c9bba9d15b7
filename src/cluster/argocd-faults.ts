import type { Fault } from '#ground/fault.js';
import { grammarFaults, namespaceName, objectName } from '#ground/grammar.js';
import type { ArgoCDSpec, Ignored } from './argocd-spec.js';

/** A login in an address; that of `ssh://git@…` is none, for a key stands behind it. */
const holdsLogin = (address: string): boolean => {
  const { protocol = '', username = '', password = '' } = URL.canParse(address) ? new URL(address) : {};
  return password !== '' || (username !== '' && protocol !== 'ssh:');
};

const addressFaults = (
  where: string,
  address: string | undefined,
  isOne: RegExp,
  cure: string,
): readonly Fault[] => {
  if (address === undefined) return [];
  if (holdsLogin(address))
    return [
      {
        ...{ where, what: '(not shown)', code: 'login-in-address' },
        why: 'it holds a login, which would be committed',
        cure: 'leave it out, and give ArgoCD the login in a Secret of its own: argocd repo add',
      },
    ];
  return isOne.test(address)
    ? []
    : [{ where, what: address, code: 'bad-address', why: `'${address}' is no address for this`, cure }];
};

/** A folder below the root of the repository, as git names it. */
const pathFaults = (path: string | undefined): readonly Fault[] =>
  path === undefined || path.split('/').every((step) => /^(?!\.{1,2}$)[\w.-]+$/.test(step))
    ? []
    : [
        {
          where: 'path',
          what: path,
          code: 'leads-out-of-its-folder',
          why: `'${path}' is no folder below the root of the repository`,
          cure: "write it without / at its ends, and without . and ..: 'dist'",
        },
      ];

const ignoredFaults = (where: string, each: Ignored): readonly Fault[] => {
  const { because, jsonPointers = [], jqPathExpressions = [], managedFieldsManagers = [] } = each;
  return [
    ...(because.trim() === ''
      ? [
          {
            where: `${where}.because`,
            what: because,
            code: 'holds-nothing' as const,
            why: `nothing says why a difference of ${each.kind} may stay`,
            cure: 'write who else writes there',
          },
        ]
      : []),
    ...([jsonPointers, jqPathExpressions, managedFieldsManagers].every((list) => list.length === 0)
      ? [
          {
            where,
            what: each.kind,
            code: 'holds-nothing' as const,
            why: `nothing says which differences of ${each.kind} are meant`,
            cure: "name them: jsonPointers: ['/spec/replicas']",
          },
        ]
      : []),
  ];
};

/** What is wrong with how ArgoCD is to deliver, beyond what its shape says. */
export const argocdFaults = (spec: ArgoCDSpec): readonly Fault[] => [
  ...addressFaults(
    'repository',
    spec.repository,
    /^(https:\/\/[^/\s]+\/\S+|ssh:\/\/\S+|[\w.-]+@[\w.-]+:\S+)$/,
    "write e.g. 'https://github.com/shop/monitoring.git' or 'git@github.com:shop/monitoring.git'",
  ),
  ...addressFaults('server', spec.server, /^https:\/\/\S+$/, "write e.g. 'https://kubernetes.default.svc'"),
  ...addressFaults(
    'charts',
    spec.charts,
    /^(https:\/\/\S+|[\w.-]+(:\d+)?\/\S+)$/,
    "write e.g. 'https://charts.example.org', or of an OCI registry 'registry.example.org/charts'",
  ),
  ...pathFaults(spec.path),
  ...grammarFaults('namespace', namespaceName, [spec.namespace ?? 'argocd']),
  ...grammarFaults('project', namespaceName, [spec.project ?? 'monitoring']),
  ...(spec.deliverer?.kind === 'ServiceAccount'
    ? [
        ...grammarFaults('deliverer.name', objectName, [spec.deliverer.name]),
        ...grammarFaults('deliverer.namespace', namespaceName, [spec.deliverer.namespace]),
      ]
    : []),
  ...(spec.crds === undefined || /^\d+\.\d+\.\d+$/.test(spec.crds)
    ? []
    : [
        {
          where: 'crds',
          what: spec.crds,
          code: 'bad-version' as const,
          why: `'${spec.crds}' is no version of a chart`,
          cure: "write it whole: '31.0.1'",
        },
      ]),
  ...(spec.ignores ?? []).flatMap((each, i) => ignoredFaults(`ignores[${i}]`, each)),
];
