import { theme } from './kind.js';

/** Exporters, agents and hosts. */
export const exporters = theme({
  'image-without-version': {
    is: 'An image without a version',
    why: 'After a restart another program may run.',
    wrong: `redisExporter('cache-exporter', { ...cache, image: 'oliver006/redis_exporter' })`,
    right: `redisExporter('cache-exporter', { ...cache, image: 'oliver006/redis_exporter:v1.67.0' })`,
    mistakes: [27],
  },
  'request-over-limit': {
    is: 'A pod that asks for more than it may use',
    why: 'Kubernetes refuses it.',
    wrong: `redisExporter('cache-exporter', {
  ...cache,
  resources: { memory: { request: 128, limit: 64 } },
})`,
    right: `redisExporter('cache-exporter', {
  ...cache,
  resources: { memory: { request: 64, limit: 128 } },
})`,
    mistakes: [64],
  },
  'tls-not-used': {
    is: 'What checks a certificate, where nothing is asked over TLS',
    why: 'It checks nothing, and whoever reads it believes that it does.',
    wrong: `scrape(web, { ...asked, tls: { ca: secret('shop-ca', 'ca.crt') } })`,
    right: `scrape(web, { ...asked, scheme: 'https', tls: { ca: secret('shop-ca', 'ca.crt') } })`,
    mistakes: [96],
  },
  'plain-http': {
    is: 'A Grafana of a cluster that is asked by plain http',
    why: 'Passwords would go over the network unencrypted.',
    wrong: `application('shop', { ...shop, grafana: 'http://grafana.example.org' })`,
    right: `application('shop', { ...shop, grafana: 'https://grafana.example.org' })`,
    mistakes: [51],
  },
  'link-to-localhost': {
    is: 'An address that only the machine itself reaches',
    why: 'For whoever reads the message it is another machine.',
    wrong: `host(stall, { url: 'http://localhost:3000' })`,
    right: `host(stall, { url: 'http://monitor.example.org:3000' })`,
    mistakes: [51],
  },
  'agents-beside-applications': {
    is: 'Agents that read the machine’s files in a namespace of applications',
    why: 'They take a namespace whose Pod Security is privileged, and all pods of it might do the same.',
    wrong: `application('shop', {
  ...shop,
  agentNamespace: 'shop',
  logs: fluentBit({ namespaces: ['shop'], loki: { host: 'loki.monitoring.svc', port: 3100 } }),
})`,
    right: `application('shop', {
  ...shop,
  agentNamespace: 'shop-agents',
  logs: fluentBit({ namespaces: ['shop'], loki: { host: 'loki.monitoring.svc', port: 3100 } }),
})`,
    mistakes: [62],
  },
});
