import { type Fault, refuse } from '#ground/fault.js';
import { reachedAt } from '#application/network/reached.js';
import { isPort } from '#ground/port.js';
import { twice } from '#ground/repeated.js';
import type { LoggingAgent } from './agent.js';
import {
  type FilebeatInput,
  type FilebeatSpec,
  filebeatConfiguration,
  port,
  variables,
} from './filebeat/configuration.js';

/** Filebeat, https://www.elastic.co/docs/reference/beats/filebeat, on the way from files to Elasticsearch. */
export interface Filebeat extends LoggingAgent, FilebeatSpec {
  readonly name: 'filebeat';
}

const inputFaults = ({ service, paths }: FilebeatInput): readonly Fault[] => [
  ...(/^[a-z][a-z0-9_.]{0,99}$/.test(service)
    ? []
    : [
        {
          where: `input '${service}'`,
          what: service,
          code: 'bad-name' as const,
          why: 'Elasticsearch cannot have a data stream logs-<service>-default of this',
          cure: 'write lower-case letters, digits, _ and .',
        },
      ]),
  ...paths
    .filter((path) => !/^(\/[-\w.]+)+\/[-\w.*?]+$/.test(path))
    .map((path) => ({
      where: `input '${service}'`,
      what: path,
      code: 'bad-path' as const,
      why: `'${path}' names no files of one directory, which is what the machine shares with Filebeat`,
      cure: `write e.g. /var/log/${service}/*.log`,
    })),
];

const shared = (thing: string, all: readonly string[], cure: string): readonly Fault[] =>
  twice(all).map((each) => ({
    where: 'inputs',
    what: each,
    code: 'name-twice',
    why: `two have the ${thing} ${each}`,
    cure,
  }));

const faults = ({ inputs, elasticsearch: { hosts } }: FilebeatSpec): readonly Fault[] => [
  ...inputs.flatMap(inputFaults),
  ...shared(
    'service',
    inputs.map(({ service }) => service),
    'give all of its paths to one of them',
  ),
  ...shared(
    'path',
    inputs.flatMap(({ paths }) => paths),
    'leave one out, or every line is sent twice',
  ),
  ...hosts
    .filter((host) => !isPort(Number(/^https?:\/\/[-\w.]+:(\d+)$/.exec(host)?.[1])))
    // The offending text may hold the password itself: it is not told.
    .map(() => ({
      where: 'elasticsearch.hosts',
      what: '',
      code: 'bad-address' as const,
      why: 'one is not http(s)://host:port',
      cure: 'write e.g. http://elasticsearch:9200, and user and password as login',
    })),
];

const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/**
 * Filebeat for the logs of these services.
 *
 * @throws Error on services and paths that cannot be told apart, and on addresses that are more than a host and a port.
 */
export const filebeat = (spec: FilebeatSpec): Filebeat => {
  refuse('filebeat', faults(spec));
  const path = '/etc/filebeat/filebeat.yml';
  const { login } = spec.elasticsearch;
  return {
    name: 'filebeat',
    ...spec,
    image: 'elastic/filebeat:9.1.5',
    // Whoever owns the file outside, nobody can write to it in here.
    args: ['-c', path, '--strict.perms=false'],
    configuration: { path, value: filebeatConfiguration(spec) },
    environment: login ? { [variables.username]: login.username, [variables.password]: login.password } : {},
    reaches: spec.elasticsearch.hosts.flatMap((host) => reachedAt(host) ?? []),
    logs: [...new Set(spec.inputs.flatMap(({ paths }) => paths.map(directoryOf)))].sort(),
    capabilities: ['DAC_READ_SEARCH'],
    state: '/usr/share/filebeat/data',
    // It does not tell whether Elasticsearch takes what it sends.
    health: { port, live: '/', ready: '/' },
    asks: 'curl',
    memory: { request: 128, limit: 256 },
  };
};
