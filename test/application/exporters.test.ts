import { describe, expect, test } from '@jest/globals';
import { elasticsearchExporter } from '#application/exporter/elasticsearch.js';
import { nginxExporter } from '#application/exporter/nginx.js';
import { nodeExporter } from '#application/exporter/node.js';
import { postgresExporter } from '#application/exporter/postgres.js';
import { secret } from '#ground/secret.js';

const namespace = 'shop';
const login = { username: secret('shop-elastic', 'username'), password: secret('shop-elastic', 'password') };

describe('the exporter of Elasticsearch', () => {
  const address = 'http://elasticsearch:9200';

  test('tells of every node and of every index', () => {
    expect(elasticsearchExporter('elastic', { namespace, address }).args).toEqual([
      '--es.uri=http://elasticsearch:9200',
      '--es.all',
      '--es.indices',
    ]);
  });

  test('logs in with Secrets', () => {
    expect(elasticsearchExporter('elastic', { namespace, address, login }).environment).toEqual({
      ES_USERNAME: login.username,
      ES_PASSWORD: login.password,
    });
  });

  test('takes no password in its address, and does not tell it', () => {
    expect(() =>
      elasticsearchExporter('elastic', { namespace, address: 'http://hunter2@elasticsearch:9200' }),
    ).toThrow(/^(?!.*hunter2)exporter elastic: its address is no URL, or one with a login; write e\.g\. /);
  });
});

test('the exporter of nginx takes no password in its address', () => {
  expect(() => nginxExporter('nginx', { namespace, status: 'http://me:hunter2@nginx/stub_status' })).toThrow(
    /^(?!.*hunter2)exporter nginx: its address is no URL, or one with a login/,
  );
});

test('the exporter of a machine reads its file systems where its root is mounted', () => {
  const { hostRoot, args } = nodeExporter('node', { namespace });
  expect(args.slice(0, 3)).toEqual([
    `--path.rootfs=${hostRoot}`,
    `--path.procfs=${hostRoot}/proc`,
    `--path.sysfs=${hostRoot}/sys`,
  ]);
});

test('the exporter of PostgreSQL tells of statements where it is asked to', () => {
  const of = (statements: boolean) =>
    postgresExporter('postgres', {
      namespace,
      database: 'postgres:5432/shop',
      ...{ user: login.username, password: login.password },
      sslMode: 'disable',
      statements,
    }).args;
  expect([of(true), of(false)]).toEqual([['--collector.stat_statements'], []]);
});

test('series are called by the job that is asked for', () => {
  expect(nodeExporter('node-exporter', { namespace, job: 'node' }).scrape.job).toBe('node');
});
