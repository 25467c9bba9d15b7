export * from './public/promql.js';
export * from './public/metrics.js';
export * from './public/alerts.js';
export * from './public/slo.js';
export * from './public/dashboards.js';
export * from './public/routing.js';
export * from './public/application.js';
export * from './public/hosts.js';
export { type Estate, type EstateSpec, estate } from '#synth/estate/home.js';
