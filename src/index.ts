export * from './public/promql.js';
export * from './public/metrics.js';
export * from './public/alerts.js';
export * from './public/web.js';
export * from './public/slo.js';
export * from './public/logs.js';
export * from './public/dashboards.js';
export * from './public/routing.js';
export * from './public/application.js';
export * from './public/instrumentation.js';
export * from './public/tracing.js';
export * from './public/clusters.js';
export * from './public/delivery.js';
export * from './public/hosts.js';
export * from './public/cost.js';
export * from './public/secrets.js';
export * from './public/platform.js';
export * from './public/remote.js';
export * from './public/platform-engines.js';
export { type Estate, type EstateSpec, estate } from '#synth/estate/home.js';
// Without the list of all laws, which `cheomseong/laws` has: who describes an application need not load them.
export {
  type Code,
  type Expr,
  type Fault,
  type Judged,
  type KnownCode,
  type Law,
  type Manifest,
  type OwnCode,
  type OwnFault,
  type Reason,
  Refusal,
  type RenderedObject,
  type Selector,
  type StatedExpression,
  atField,
  expressionsOf,
  refusal,
  refuse,
  scrapesOf,
  selectorsIn,
} from './public/laws.js';
