import { alerts } from './alerts.js';
import { cost } from './cost.js';
import { dashboardForms } from './dashboard-forms.js';
import { dashboardHouse } from './dashboard-house.js';
import { dashboards } from './dashboards.js';
import { panelLimits } from './panel-limits.js';
import { declaredSecrets } from './declared-secrets.js';
import { engines } from './engines.js';
import { delivery } from './delivery.js';
import { exporters } from './exporters.js';
import { files } from './files.js';
import { inhibitions } from './inhibitions.js';
import { instrumentation } from './instrumentation.js';
import { labels } from './labels.js';
import { metrics } from './metrics.js';
import { network } from './network.js';
import { objectives } from './objectives.js';
import { objects } from './objects.js';
import { platform } from './platform.js';
import { places } from './places.js';
import { onPlatform } from './on-platform.js';
import { pods } from './pods.js';
import { promql } from './promql.js';
import { receivers } from './receivers.js';
import { remote } from './remote.js';
import { routing } from './routing.js';
import { scraping } from './scraping.js';
import { secrets } from './secrets.js';
import { sentences } from './sentences.js';
import { targets } from './targets.js';
import { tracing } from './tracing.js';
import { units } from './units.js';
import { values } from './values.js';
import type { Kind } from './kind.js';

/** Every kind of mistake by its code, by theme. */
export const themes = {
  'Any description': values,
  PromQL: promql,
  'Labels, matchers and joins': labels,
  'Units and limits': units,
  Metrics: metrics,
  Alerts: alerts,
  'What alerts say, and when': sentences,
  'Service level objectives': objectives,
  Routes: routing,
  'Inhibitions, and what silences': inhibitions,
  'Receivers, and who is told': receivers,
  Dashboards: dashboards,
  'Limits on panels': panelLimits,
  'What dashboards are written as': dashboardForms,
  'How dashboards are read': dashboardHouse,
  'Services and scrapes': scraping,
  'Targets, and what is read of them': targets,
  'What is stored, and what for': cost,
  'Exporters, agents and hosts': exporters,
  'Kubernetes objects and files': objects,
  'What is on a platform': onPlatform,
  'Places of an estate': places,
  'Pods that are rendered': pods,
  'Network policies': network,
  'What applications export': instrumentation,
  'Collectors of traces': tracing,
  Secrets: secrets,
  'Secrets, declared and kept': declaredSecrets,
  'The platform of a cluster': platform,
  'What ArgoCD delivers': delivery,
  'Samples and rules elsewhere': remote,
  'Where one Prometheus no longer serves': engines,
  'Files of others': files,
} as const;

type Theme = (typeof themes)[keyof typeof themes];

/** The code of a kind of mistake: readable, and the same in each release. */
export type KnownCode = { [T in keyof typeof themes]: keyof (typeof themes)[T] }[keyof typeof themes] &
  string;

/** The code of what a law of an estate's own refuses: `own:every-alert-has-a-team`. What stands behind the colon is its author's. */
export type OwnCode = 'own' | `own:${string}`;

/** What a fault is called by. */
export type Code = KnownCode | OwnCode;

/** Every kind by its code. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.values<Theme>(themes).flatMap((theme) => Object.entries<Kind>(theme)),
);
