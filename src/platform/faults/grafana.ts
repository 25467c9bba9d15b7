import { datasource, usual } from '#dashboards/datasource.js';
import { type Fault, thrownBy } from '#ground/fault.js';
import { dataKey, grammarFaults, labelFaults, objectName } from '#ground/grammar.js';
import { repeated } from '#ground/repeated.js';
import { alertmanagerDatasource } from '#platform/names.js';
import type { GrafanaServer, ServedDatasource } from '#platform/platform.js';
import { resourceFaults, storageFaults } from './resources.js';

const loginFaults = ({ admin }: GrafanaServer): readonly Fault[] =>
  admin.name === ''
    ? [
        {
          where: 'grafana.admin.name',
          what: '',
          code: 'no-login',
          why: 'without a Secret each rendering of the chart makes another password, which ArgoCD would write for ever',
          cure: "name the Secret that holds the login: 'grafana-admin'",
        },
      ]
    : [
        ...grammarFaults('grafana.admin.name', objectName, [admin.name]),
        ...grammarFaults('grafana.admin.userKey', dataKey, [admin.userKey]),
        ...grammarFaults('grafana.admin.passwordKey', dataKey, [admin.passwordKey]),
      ];

/** The server asks it inside of the cluster, where plain http is usual. */
const addressFaults = (where: string, url: string): readonly Fault[] => {
  const { protocol = '', username = '', password = '' } = URL.canParse(url) ? new URL(url) : {};
  if (!/^https?:$/.test(protocol))
    return [
      {
        where,
        what: url,
        code: 'bad-address',
        why: `'${url}' is no address of a server`,
        cure: "write e.g. 'http://loki.monitoring.svc:3100'",
      },
    ];
  return username === '' && password === ''
    ? []
    : [
        {
          where,
          what: '(not shown)',
          code: 'login-in-address',
          why: 'it holds a login, which would be committed',
          cure: 'write the address alone',
        },
      ];
};

/** Those that the chart itself provides, whose uids nothing else may have. */
const own = [
  { uid: usual.prometheus.uid, name: usual.prometheus.name },
  { uid: alertmanagerDatasource.uid, name: alertmanagerDatasource.name },
];

const twiceFaults = (datasources: readonly ServedDatasource[], field: 'uid' | 'name'): readonly Fault[] =>
  repeated(
    [
      ...own.map((each) => ({ where: '', text: each[field] })),
      ...datasources.map((each, i) => ({ where: `grafana.datasources[${i}].${field}`, text: each[field] })),
    ],
    ({ text }) => text,
  ).map(([first, { where, text }]) => ({
    where,
    what: text,
    code: 'name-twice',
    why: `${first.where === '' ? 'the chart’s own data source' : first.where} has this ${field} too, and Grafana has one of each`,
    cure: `give it another ${field}`,
  }));

/** What is wrong with the Grafana of a platform. */
export const grafanaFaults = (grafana: GrafanaServer): readonly Fault[] => {
  const { resources, storage, sidecar, datasources } = grafana;
  return [
    ...loginFaults(grafana),
    ...resourceFaults('grafana', resources),
    ...(storage === undefined ? [] : storageFaults('grafana', storage)),
    ...(['dashboards', 'datasources'] as const).flatMap((kind) =>
      labelFaults(`grafana.sidecar.${kind}.label`, { [sidecar[kind].label]: sidecar[kind].value }),
    ),
    ...datasources.flatMap((each, i) => [
      ...thrownBy(`grafana.datasources[${i}]`, () => datasource(each.type, each)),
      ...addressFaults(`grafana.datasources[${i}].url`, each.url),
    ]),
    ...twiceFaults(datasources, 'uid'),
    ...twiceFaults(datasources, 'name'),
  ];
};
