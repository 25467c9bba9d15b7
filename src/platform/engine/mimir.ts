import type { Duration } from '#ground/duration.js';
import { type Fault, below, refuse } from '#ground/fault.js';
import { aNumber, anything, byName, exactly, length, listOf, oneOf, text } from '#ground/shape.js';
import {
  type RemoteWrite,
  type RemoteWriteSpec,
  remoteWrite,
  remoteWriteFaults,
  shownFaults,
} from '#platform/remote-write/remote-write.js';
import { tenantFaults } from '#platform/remote-write/tenant.js';

/**
 * Who evaluates rules: the Prometheus that scrapes, or Mimir's ruler, into which Alloy loads the PrometheusRules of the cluster, or somebody
 * their files by mimirtool.
 */
export const rulesBy = ['prometheus', 'alloy', 'mimirtool'] as const;
export type RulesBy = (typeof rulesBy)[number];

/**
 * Which rules Mimir's ruler evaluates: `own` are all of the cluster; `all` those too that are over clusters, which of the clusters that share a
 * tenant one alone may load; or `over clusters` none but these, so that the others are evaluated beside what they read.
 */
export const evaluates = ['own', 'all', 'over clusters'] as const;
export type MimirEvaluates = (typeof evaluates)[number];

/**
 * Whom Mimir's ruler tells: the Alertmanager of the cluster, or that of the tenant, into which Alloy loads the AlertmanagerConfigs of the
 * cluster, or somebody a file by mimirtool.
 */
export const alertmanagers = ['cluster', 'alloy', 'mimirtool'] as const;
export type MimirAlertmanager = (typeof alertmanagers)[number];

/** What the ruler takes of one tenant, `ruler_max_rules_per_rule_group` and `ruler_max_rule_groups_per_tenant`; 0 is no limit. */
export interface RulerLimits {
  readonly rulesPerGroup: number;
  readonly groups: number;
}

/** Mimir's own, https://grafana.com/docs/mimir/latest/configure/configuration-parameters/#limits. */
export const usualLimits: RulerLimits = { rulesPerGroup: 20, groups: 70 };

/** A Grafana Mimir to which Prometheus writes what it scrapes. */
export interface Mimir {
  readonly name: 'mimir';
  /** Where all of its ways begin: `https://mimir.example.com`. */
  readonly url: string;
  /** Whose all of it is. */
  readonly tenant: string;
  /** How long it keeps samples: `compactor_blocks_retention_period` of the tenant. */
  readonly retention: Duration;
  readonly rulesBy: RulesBy;
  readonly evaluates: MimirEvaluates;
  /** The labels by which Alloy finds PrometheusRules and AlertmanagerConfigs, and Prometheus none. */
  readonly selects: Readonly<Record<string, string>>;
  /** Whose series rules over clusters read, where that is not the tenant alone: those of several, by tenant federation. */
  readonly sourceTenants: readonly string[];
  readonly alertmanager: MimirAlertmanager;
  readonly limits: RulerLimits;
  readonly write: RemoteWrite;
}

/** What is written to it is written as to any other, but for where and whose it is. */
export type MimirWrite = Omit<RemoteWriteSpec, 'url' | 'tenant'>;

export interface MimirSpec
  extends
    Pick<Mimir, 'url' | 'tenant' | 'retention'>,
    Partial<Pick<Mimir, 'rulesBy' | 'evaluates' | 'selects' | 'sourceTenants' | 'alertmanager'>> {
  readonly limits?: Partial<RulerLimits>;
  readonly write?: MimirWrite;
}

const mimirShape = exactly(
  {
    name: text,
    url: text,
    tenant: text,
    retention: length,
    rulesBy: oneOf(rulesBy),
    evaluates: oneOf(evaluates),
    selects: byName(text),
    sourceTenants: listOf(text),
    alertmanager: oneOf(alertmanagers),
    limits: exactly({ rulesPerGroup: aNumber, groups: aNumber }),
  },
  { write: anything },
);

const forNothing = (
  where: keyof Mimir,
  what: string,
  why: string,
  cure = "write rulesBy: 'alloy' or 'mimirtool', or leave it out",
): Fault => ({ where, what, code: 'setting-for-nothing', why, cure });

/** What is said of a ruler that evaluates nothing, or nothing over clusters. */
const idleFaults = (mimir: Mimir): readonly Fault[] => {
  const { rulesBy, evaluates, sourceTenants, alertmanager } = mimir;
  const byPrometheus = 'rules are evaluated by Prometheus';
  if (rulesBy !== 'prometheus')
    return evaluates === 'own' && sourceTenants.length > 0
      ? [
          forNothing(
            'sourceTenants',
            sourceTenants.join(', '),
            'no rule over clusters is evaluated here, and the others read their own tenant',
            "write evaluates: 'all' or 'over clusters', or leave it out",
          ),
        ]
      : [];
  return [
    ...(sourceTenants.length > 0
      ? [forNothing('sourceTenants', sourceTenants.join(', '), `${byPrometheus}, which knows no tenants`)]
      : []),
    ...(evaluates !== 'own'
      ? [forNothing('evaluates', evaluates, `${byPrometheus}, which sees one cluster`)]
      : []),
    ...(alertmanager !== 'cluster'
      ? [
          forNothing(
            'alertmanager',
            alertmanager,
            `${byPrometheus}, which tells the Alertmanager of the cluster`,
          ),
        ]
      : []),
  ];
};

/** Ways are added to the address. */
const pathFaults = ({ url }: Mimir): readonly Fault[] =>
  URL.canParse(url) && (url.endsWith('/') || new URL(url).search !== '')
    ? [
        {
          where: 'url',
          what: url,
          code: 'bad-address',
          why: `'${url}' is more than an address to which paths are added`,
          cure: 'write e.g. https://mimir.example.com, without a / at its end',
        },
      ]
    : [];

/** What is wrong with a Mimir, whether it was made so or changed since. */
export const mimirFaults = (mimir: Mimir): readonly Fault[] => {
  const { tenant, sourceTenants, selects, limits } = mimir;
  return [
    ...shownFaults({ ...mimir.write, url: mimir.url }),
    ...pathFaults(mimir),
    ...tenantFaults('tenant', tenant),
    ...sourceTenants.flatMap((each, i) => tenantFaults(`sourceTenants[${i}]`, each)),
    ...(Object.keys(selects).length === 0
      ? [
          {
            where: 'selects',
            what: '',
            code: 'holds-nothing' as const,
            why: 'without labels Alloy takes all PrometheusRules of the cluster, those that Prometheus evaluates too',
            cure: "write e.g. { 'evaluated-by': 'mimir' }",
          },
        ]
      : []),
    ...Object.entries(limits)
      .filter(([, limit]) => !Number.isInteger(limit) || limit < 0)
      .map(([limit, value]) => ({
        where: `limits.${limit}`,
        what: String(value),
        code: 'no-whole-number' as const,
        why: `${value} is no number of things`,
        cure: 'write what the tenant has, or 0 where it has no limit',
      })),
    ...idleFaults(mimir),
    ...below(
      'write',
      remoteWriteFaults(mimir.write).filter(({ where }) => /^(queue|keep|drop)/.test(where)),
    ),
  ];
};

/**
 * A Grafana Mimir to which Prometheus writes what it scrapes, and who evaluates rules there.
 *
 * @throws Refusal on an address that is none, on tenants that are none, on a login by plain http, on a ruler that is described though
 * Prometheus evaluates, on a queue or patterns that `remoteWrite` refuses.
 */
export const mimir = ({ write = {}, limits = {}, ...spec }: MimirSpec): Mimir => {
  const given = {
    name: 'mimir',
    rulesBy: 'prometheus',
    evaluates: 'own',
    selects: { 'evaluated-by': 'mimir' },
    sourceTenants: [],
    alertmanager: 'cluster',
    ...spec,
    limits: { ...usualLimits, ...limits },
  } as const;
  refuse('Mimir', mimirShape('', given));
  const made: Mimir = {
    ...given,
    write: remoteWrite({
      name: 'mimir',
      ...write,
      url: `${spec.url}/api/v1/push`,
      tenant: spec.tenant,
    }),
  };
  refuse('Mimir', mimirFaults(made));
  return made;
};
