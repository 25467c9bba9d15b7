export { type Promptness, type Slower } from '#application/promptness.js';
// What an application is described by: Services, scrapes, exporters, its agent for logs.
export {
  application,
  alertsOf as alertsOfApplication,
  type Application,
  type ApplicationSpec,
} from '#application/application.js';
export { type About } from '#application/about.js';
export { toldAlertsOf, type Grouped as AlertGroups } from '#application/log-groups.js';
export { type Severities } from '#application/severities.js';
export {
  service,
  type Service,
  type RenderedService,
  type ServicePort,
  type ServiceSpec,
} from '#application/service.js';
export {
  scrape,
  type Scrape,
  type ServiceScrape,
  type Scraped as ScrapedServices,
  type ScrapeSpec,
} from '#application/scrape.js';
export {
  pods,
  podScrape,
  type Pods,
  type PodScrape,
  type Asked as PodScrapeSpec,
} from '#application/scrape/pods.js';
export {
  staticScrape,
  type StaticScrape,
  type Asked as StaticScrapeSpec,
} from '#application/scrape/static.js';
export { probe, type ProbeScrape, type ProbeSpec } from '#application/scrape/probe.js';
export { type Tls, type BasicAuth } from '#application/scrape/access.js';
export { type Drop, type DropSpec } from '#application/scrape/drop.js';
export { kubernetes, monitoring, platformHere, type PlatformExporter } from '#application/platform.js';
export { ownRouting, type OwnRoutingSpec } from '#application/own-routing.js';
export { type Profile, type Following } from '#application/profile.js';
export { serviceLabels, withServiceLabels } from '#application/service-labels.js';
export {
  exporter,
  type Exporter,
  type ExporterSpec,
  type EnvironmentValue,
  caFile,
  nobody,
} from '#application/exporter/exporter.js';
export {
  blackboxExporter,
  type BlackboxExporter,
  type BlackboxSpec,
} from '#application/exporter/blackbox.js';
export { celeryExporter, type CelerySpec } from '#application/exporter/celery.js';
export { elasticsearchExporter, type ElasticsearchSpec } from '#application/exporter/elasticsearch.js';
export { nginxExporter, type NginxSpec } from '#application/exporter/nginx.js';
export { nodeExporter, type NodeSpec } from '#application/exporter/node.js';
export { postgresExporter, type PostgresSpec } from '#application/exporter/postgres.js';
export { redisExporter, type RedisSpec } from '#application/exporter/redis.js';
export { type Resources, type ResourcesSpec } from '#application/exporter/resources.js';
export { filebeat, type Filebeat } from '#application/agent/filebeat.js';
export { indicesOf } from '#application/agent/filebeat/indices.js';
export { fluentBit, type FluentBit } from '#application/agent/fluent-bit.js';
export { watchedFluentBit, type WatchedFluentBit } from '#application/agent/fluent-bit/watched.js';
export { streams } from '#application/agent/streams.js';
export { type Network, type NetworkSpec } from '#application/network/network.js';
export { type Reached } from '#application/network/reached.js';
export { agentNamespaceOf } from '#application/agent/namespace.js';
export { type Loki } from '#application/agent/loki.js';
export { type FilebeatSpec } from '#application/agent/filebeat/configuration.js';
export { type FluentBitSpec } from '#application/agent/fluent-bit/configuration.js';
export { type AskingSpec } from '#application/scrape/asking.js';
