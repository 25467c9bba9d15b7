import { type Place, type Running, place } from 'cheomseong';

const chosen = (which = 'an allocation of the list'): Running => ({
  find: ['nomad job status', `ALLOC='${which}'`],
  name: '"$ALLOC"',
});

/** Where the licence server runs: HashiCorp Nomad, in the words of those who run it. They read English. */
export const nomad: Place = place('nomad', {
  podOrContainer: { en: 'allocation' },
  copies: { en: 'allocations' },
  ending: { en: 'its events by `nomad alloc status`' },
  storage: { en: 'host volume' },
  credentials: { en: 'the Nomad variable with its password' },
  scraping: {
    unreachable: { en: 'Connection refused' },
    pointer: { en: 'address in Consul' },
    noTarget: { en: 'the name or the tags of the service in Consul' },
    moved: { en: 'If the service has another name in Consul now, bring the scrape in line.' },
  },
  machine: {
    name: { en: 'client' },
    reached: { en: 'Come in by SSH.' },
    logs: '/opt/nomad/alloc',
    unused: { en: 'allocations that have ended (`nomad system gc`)' },
    prune: 'nomad system gc',
    kept: { en: 'Leave alone the folders of host volumes: databases are in there.' },
  },
  chosen: (_, which) => chosen(which),
  exporting: (_, __, which) => chosen(which),
  logs: (_, name, options) => `nomad alloc logs ${options.replace(/^--tail=/, '-tail -n ')} ${name}`,
  exec: (_, name, command) => `nomad alloc exec ${name} ${command}`,
  exporterLogs: () => ['nomad alloc logs -job licence-exporter'],
  inExporter: (_, command) => [`nomad alloc exec -job licence-exporter ${command}`],
  agentLogs: (_, agent) => [`nomad alloc logs -job ${agent}`],
  state: () => ['nomad job status licences', 'nomad alloc status -short'],
  page: (_, name, port) => ({
    command: `nomad alloc exec ${name} curl -sS localhost:${port}`,
    address: { en: 'at the address that Consul tells' },
  }),
  deployed: () => 'nomad deployment list',
  usage: () => 'nomad alloc status -stats',
  amtool: (args) => `amtool ${args} --alertmanager.url=http://alertmanager.service.consul:9093`,
  watcher: (server) => ({
    state: `nomad job status ${server}`,
    logs: () => `nomad alloc logs -job ${server}`,
    exec: (command) => `nomad alloc exec -job ${server} ${command}`,
    configuration: `/local/${server}.yml`,
  }),
  scraped: () => ['consul catalog services', 'nomad job status'],
});
