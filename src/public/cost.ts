// What the monitoring of a place costs, and what of a scrape follows from all that reads it.
export type { Expected as ExpectedOfScrape } from '#application/scrape/expected.js';
export type { Reckoned, ReckonedSpec } from '#application/scrape/asking.js';
export type { Size as ClusterSize } from '#cluster/size.js';
export { settled } from '#cost/settled.js';
export { clusterCost, hostCost, type PlaceCost } from '#cost/place.js';
export { adviceOf as costAdvice, type Advice as CostAdvice } from '#cost/advice.js';
export type { ApplicationCost, Sum as CostSum } from '#cost/application.js';
export type { ScrapeCost, TargetCount } from '#cost/scrape.js';
export type { TargetSeries } from '#cost/target.js';
export type { MetricSeries } from '#cost/metric.js';
export type { PartCost } from '#cost/platform.js';
export type { Need as ServerNeed } from '#cost/server.js';
export type { Given as ServerGiven } from '#cost/place.js';
export type { Basis } from '#cost/assumed.js';
