import type { Finding } from '#rules/finding.js';
import type { Place } from '#rules/rule.js';
import { unreadDocument } from '#incoming/nothing.js';
import type { Given } from '#incoming/given.js';
import type { Imported } from '#incoming/imported.js';
import type { Beside } from '#incoming/beside/beside.js';
import type { PanelsParity } from '#incoming/parity/dashboards.js';
import { type RouteParity, routeParity } from '#incoming/parity/routes.js';
import type { AlertLabels } from '#routing/carried.js';
import type { ScrapeParity } from '#incoming/scrapes/parity.js';
import type { RuleParity } from '#incoming/parity/rules.js';
import { packTelling } from '#incoming/packs/telling.js';
import type { Changed, LeftOut } from '#incoming/plan/left-out.js';
import { leavesNamespace, withoutNamespace } from '#incoming/plan/namespace.js';
import type { Plan } from '#incoming/plan/plan.js';
import type { Own } from '#incoming/catalogue/declared.js';

/** An alert of which something is told. */
export interface Told {
  readonly alert: string;
  readonly place: Place;
  readonly why: string;
}

/** A metric that rules read, and what is known of it from where. */
export interface Taken {
  readonly metric: string;
  /** A catalogue of the package, as an estate imports it; a scrape; or names and use alone, in which case its kind, labels and buckets are guesses. */
  readonly from: string;
}

/** A group that is not given the namespace of the application. */
export interface KeptNamespace {
  readonly group: string;
  /** Its alerts that have none at all. */
  readonly without: readonly string[];
}

/** What came of an import, for people and for programs. */
export interface Report {
  readonly alerts: { readonly came: number; readonly written: number; readonly typed: number };
  readonly records: { readonly came: number; readonly written: number };
  readonly proofs: { readonly derived: number; readonly unproven: readonly Told[] };
  readonly metrics: {
    readonly scraped: number;
    readonly library: number;
    readonly text: number;
    /** Each that is read, with what it was taken from. */
    readonly taken: readonly Taken[];
  };
  readonly parity: RuleParity;
  /** Groups whose alerts keep the namespaces of their series, and are not given that of the application. */
  readonly namespaces: readonly KeptNamespace[];
  readonly panels: PanelsParity;
  /** Endpoints of monitors. */
  readonly scrapes: ScrapeParity;
  /** Whom alerts reach; nothing where no routing came in. */
  readonly routes?: RouteParity;
  /** Secrets that came in, with where what they hold stood. */
  readonly secrets: Beside['secrets'];
  /** How many hints are told of it at every synthesis. */
  readonly hints: number;
  readonly leftOut: readonly LeftOut[];
  readonly changed: readonly Changed[];
  /** What is wrong with the rules as they were written. */
  readonly findings: readonly (Told & Pick<Finding, 'kind' | 'certainty' | 'cure'>)[];
  /** Alerts of packs of the package that tell the same. */
  readonly packs: readonly Told[];
  /** Whether all of it came along, and is rendered as it came in. */
  readonly isWhole: boolean;
}

/** Kinds of documents that are imported besides rules, or that say nothing that would be. */
const taken =
  /^(a configuration of (Alertmanager|Prometheus)|AlertmanagerConfig|ServiceMonitor|PodMonitor|Probe|ScrapeConfig|GrafanaDashboard|ConfigMap|Secret|Service|tests of promtool|nothing that is known here)$/;

const from = (own: readonly Own[], source: Own['from']): number =>
  own.filter((each) => each.from === source).length;

/** What each metric was taken from, in the order of their names; what rules record is none. */
const takenFrom = ({ own, named }: Plan['metrics']): readonly Taken[] =>
  [
    ...[...named].flatMap(([metric, { catalog }]) =>
      catalog === 'metrics' || catalog === 'recorded' ? [] : [{ metric, from: catalog }],
    ),
    ...own.map(({ name, from }) => ({
      metric: name,
      from: from === 'scrape' ? 'a scrape' : 'its name and use: a guess',
    })),
  ].toSorted((a, b) => (a.metric < b.metric ? -1 : 1));

/** What is told of an import. */
export const reportOf = (
  plan: Plan,
  done: Imported,
  { groups, faults, foreign, findings }: Given,
  labels: readonly AlertLabels[],
): Report => {
  const { beside, panels, scrapes } = done;
  const routes = routeParity(beside, plan, labels);
  const written = done.groups.flatMap((group) => group.written);
  const rules = groups.flatMap((group) => group.rules);
  const leftOut = [
    ...faults.map(unreadDocument),
    ...plan.leftOut,
    ...[...done.failed].map(([{ alert }, why]) => ({ what: `alert ${alert.name}`, place: alert.place, why })),
    ...beside.faults.map(unreadDocument),
    ...beside.leftOut,
    ...foreign
      .filter(({ kind }) => !taken.test(kind))
      .map(({ place, kind }) => ({ what: kind, place, why: 'it is none of what is imported' })),
  ];
  const { own, named } = plan.metrics;
  const ofLibrary = [...named.values()].filter(
    ({ catalog }) => catalog !== 'metrics' && catalog !== 'recorded',
  );
  return {
    alerts: {
      came: rules.filter(({ kind }) => kind === 'alert').length,
      written: written.length,
      typed: written.filter(({ isTyped }) => isTyped).length,
    },
    records: { came: rules.filter(({ kind }) => kind === 'record').length, written: plan.records.length },
    proofs: {
      derived: written.filter(({ proof }) => proof.is === 'derived').length,
      unproven: written.flatMap(({ proof, incoming: { alert } }) =>
        proof.is === 'unproven' ? [{ alert: alert.name, place: alert.place, why: proof.why ?? '' }] : [],
      ),
    },
    metrics: {
      scraped: from(own, 'scrape'),
      library: new Set(ofLibrary.map(({ code }) => code)).size,
      text: from(own, 'text'),
      taken: takenFrom(plan.metrics),
    },
    namespaces: plan.groups.filter(leavesNamespace).map((group) => ({
      group: group.name,
      without: [...new Set(withoutNamespace(group).map(({ alert }) => alert.name))],
    })),
    ...{ parity: done.parity, panels, scrapes, secrets: beside.secrets },
    ...(routes && { routes }),
    hints: done.hints.length,
    leftOut,
    changed: [...plan.changed, ...beside.changed],
    findings: findings.map(({ alert, finding: { kind, certainty, why, cure } }) => ({
      ...{ alert: alert.name, place: alert.place },
      ...{ kind, certainty, why, cure },
    })),
    packs: written.flatMap(({ incoming: { alert, expr } }) => {
      const why = packTelling(expr);
      return why === undefined ? [] : [{ alert: alert.name, place: alert.place, why }];
    }),
    isWhole:
      leftOut.length === 0 &&
      done.parity.differences.length === 0 &&
      panels.differences.length === 0 &&
      scrapes.differences.length === 0 &&
      (routes?.differences ?? []).length === 0,
  };
};
