import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { matchesWhole } from '#promql/metric/re2.js';
import { checkedIndices } from '#alerts/elasticsearch/indices.js';
import { valueAt } from '#ground/field.js';
import {
  type FilebeatSpec,
  filebeatConfiguration,
  notJson,
} from '#application/agent/filebeat/configuration.js';
import { indicesOf } from '#application/agent/filebeat/indices.js';
import { filebeat } from '#application/agent/filebeat.js';
import { secret } from '#ground/secret.js';
import { yamlOf } from '#ground/yaml.js';
import { fc } from '../../seeded.js';
import { joined } from './joined.js';
import { linesOf, written } from './written.js';

const login = { username: secret('elastic', 'user'), password: secret('elastic', 'password') };
const spec: FilebeatSpec = {
  inputs: [
    { service: 'api', paths: ['/var/log/api/*.log'] },
    { service: 'website', paths: ['/var/log/website/*.log', '/var/log/website/old.log'], message: 'msg' },
  ],
  elasticsearch: { hosts: ['http://elasticsearch:9200'], login },
};
const agent = filebeat(spec);
/** What Filebeat reads, as it stands in the file. */
const read: unknown = parse(yamlOf(agent.configuration.value));
const input = (index: number, ...field: readonly (string | number)[]): unknown =>
  valueAt(read, ['filebeat', 'inputs', index, ...field]);

describe('the configuration', () => {
  test('reads as the value that was written', () => {
    expect(read).toEqual(filebeatConfiguration(spec));
  });

  test('has an input of its own kind and name for each service', () => {
    expect([0, 1].map((i) => [input(i, 'type'), input(i, 'id'), input(i, 'paths')])).toEqual([
      ['filestream', 'api', ['/var/log/api/*.log']],
      ['filestream', 'website', ['/var/log/website/*.log', '/var/log/website/old.log']],
    ]);
  });

  test('joins traces before it reads JSON, which reads one object and drops what follows', () => {
    expect(input(0, 'parsers')).toEqual([
      { multiline: { type: 'while_pattern', pattern: notJson } },
      { ndjson: { target: 'json', add_error_key: false, ignore_decoding_error: true } },
    ]);
  });

  test('tells the service by the field of the Elastic Common Schema', () => {
    expect([input(1, 'fields'), input(1, 'fields_under_root')]).toEqual([
      { service: { name: 'website' } },
      true,
    ]);
  });

  test('takes the message from the key that the service has it in', () => {
    expect([0, 1].map((i) => input(i, 'processors', 0, 'rename', 'fields', 0))).toEqual([
      { from: 'json.message', to: 'message' },
      { from: 'json.msg', to: 'message' },
    ]);
  });

  test('does not wait for a kibibyte before it looks into a file', () => {
    expect(input(0, 'prospector', 'scanner', 'fingerprint', 'length')).toBe(256);
  });

  test('sends to a data stream for each service, and makes no template for it', () => {
    expect([
      valueAt(read, ['output', 'elasticsearch', 'index']),
      valueAt(read, ['setup', 'template', 'enabled']),
      valueAt(read, ['setup', 'ilm', 'enabled']),
    ]).toEqual(['logs-%{[service.name]}-default', false, false]);
  });

  test('answers where the agent is asked whether it lives', () => {
    expect(valueAt(read, ['http'])).toEqual({ enabled: true, host: '0.0.0.0', port: agent.health.port });
  });
});

describe('the lines of a file', () => {
  test.each(Object.entries(written))('of the %s are events as they were meant', (_, events) => {
    expect(joined(notJson, linesOf(events))).toEqual(events);
  });

  const trace = linesOf(written.api.filter((event) => event.includes('Traceback')));
  const object = fc.dictionary(fc.string(), fc.jsonValue()).map((each) => JSON.stringify(each));

  test('that are JSON are joined to nothing, even in the midst of a trace', () => {
    fc.assert(
      fc.property(object, fc.nat(trace.length), (line, at) => {
        expect(joined(notJson, trace.toSpliced(at, 0, line))).toContain(line);
      }),
    );
  });
});

describe('the login', () => {
  test('is taken from variables, which are keys of Secrets', () => {
    expect([
      valueAt(read, ['output', 'elasticsearch', 'username']),
      valueAt(read, ['output', 'elasticsearch', 'password']),
      agent.environment,
    ]).toEqual([
      '${ELASTICSEARCH_USERNAME}',
      '${ELASTICSEARCH_PASSWORD}',
      { ELASTICSEARCH_USERNAME: login.username, ELASTICSEARCH_PASSWORD: login.password },
    ]);
  });

  test('is left out where none is needed', () => {
    const open = filebeat({ ...spec, elasticsearch: { hosts: ['http://elasticsearch:9200'] } });
    expect([open.environment, yamlOf(open.configuration.value)]).toEqual([
      {},
      expect.not.stringContaining('${'),
    ]);
  });
});

describe('the indices that alerts watch', () => {
  const { pattern, names } = indicesOf(spec);

  test('are those behind the data streams that it sends to', () => {
    const index = String(valueAt(read, ['output', 'elasticsearch', 'index']));
    const streams = spec.inputs.map(({ service }) => index.replace('%{[service.name]}', service));
    expect(names).toEqual(streams.map((stream) => `.ds-${stream}-2026.01.31-000001`));
  });

  test('are not those of another stream whose name begins alike (mistake 43)', () => {
    const [first] = names;
    const another = first.replace('-default-', '-default-audit-');
    expect([first, another].map((name) => matchesWhole(pattern.source, name))).toEqual([true, false]);
  });

  test('are such that their silence can be seen', () => {
    expect(checkedIndices({ pattern, names })).toEqual({ pattern, names });
  });
});

test('the machine shares the directories of the paths, each once', () => {
  expect(agent.logs).toEqual(['/var/log/api', '/var/log/website']);
});

describe('refused, all at once, are', () => {
  test('services and paths that make no data stream, are in no one directory, or stand there twice', () => {
    const path = '/var/log/api/*.log';
    expect(() =>
      filebeat({
        ...spec,
        inputs: [
          { service: 'api', paths: [path] },
          { service: 'api', paths: ['/var/log/*/api.log'] },
          { service: 'web-site', paths: [path] },
        ],
      }),
    ).toThrow(`filebeat: 4 faults
  input 'api': '/var/log/*/api.log' names no files of one directory, which is what the machine shares with Filebeat; write e.g. /var/log/api/*.log
  input 'web-site': Elasticsearch cannot have a data stream logs-<service>-default of this; write lower-case letters, digits, _ and .
  inputs: two have the service api; give all of its paths to one of them
  inputs: two have the path /var/log/api/*.log; leave one out, or every line is sent twice`);
  });

  test('addresses with a password, which is not told', () => {
    expect(() =>
      filebeat({ ...spec, elasticsearch: { hosts: ['http://elastic:hunter2@elasticsearch:9200'] } }),
    ).toThrow(/^(?!.*hunter2)filebeat: elasticsearch\.hosts: one is not http\(s\):\/\/host:port/s);
  });

  test('addresses with a port that there is not', () => {
    expect(() => filebeat({ ...spec, elasticsearch: { hosts: ['http://elasticsearch:92000'] } })).toThrow(
      'filebeat: elasticsearch.hosts: one is not http(s)://host:port',
    );
  });
});
