import { describe, expect, test } from '@jest/globals';
import { readsOf } from '#application/used/reads.js';
import { inLanguage } from '#ground/language.js';
import { print } from '#promql/expr/print.js';
import { estate, hosts } from '../estate.js';

const found = (name: string) => {
  const application = [...hosts.map(({ application }) => application), ...estate].find(
    (each) => each.name === name,
  );
  if (!application) throw new Error(`there is no application ${name}`);
  return application;
};
const marksOf = (name: string) => found(name).dashboards.flatMap(({ marks }) => marks);
const namesOf = (name: string) => [...new Set(marksOf(name).map((each) => inLanguage(each.name, 'en')))];
const asked = (name: string, mark: string): string =>
  marksOf(name)
    .filter((each) => inLanguage(each.name, 'en') === mark)
    .map(({ expr }) => print(expr))
    .join('\n');

describe('Every dashboard of an application', () => {
  test.each(['observer', 'ojeomneo', 'ecoeco'])(
    '%s, whose platform tells of containers, marks what happens to these',
    (name) => {
      expect(namesOf(name)).toEqual(['Deployment', 'Restart', 'OOM kill', 'New version']);
    },
  );

  test('on a host marks when its process began, where that is told', () => {
    expect(namesOf('sogangcomputerclub')).toEqual(['Process start', 'New version']);
  });

  test('marks the same as all others of the application', () => {
    const each = found('ojeomneo').dashboards.map(({ marks }) => marks.map(({ expr }) => print(expr)));
    expect(new Set(each.map((one) => one.join())).size).toBe(1);
  });
});

describe('Marks are', () => {
  test('of the Deployments that alerts name, in a namespace that others share', () => {
    expect(asked('ecoeco', 'Deployment')).toContain(
      'namespace="default", replicaset=~"(waste-api|auth-api|userinfo-api|location-api|recycle-info-api|chat-llm-api|storage-worker|ai-worker)-[a-z0-9]+"',
    );
  });

  test('of the namespace that the reader chose, where there is a choice', () => {
    expect(asked('observer', 'OOM kill')).toContain('namespace="$namespace"');
  });

  test('of the versions of all exporters that tell them', () => {
    expect(asked('sogangcomputerclub', 'New version')).toContain(
      '__name__=~"redis_exporter_build_info|postgres_exporter_build_info|node_exporter_build_info"',
    );
  });

  test('of what is scraped: whoever saves series knows that they are read', () => {
    const names = readsOf(found('ojeomneo')).map((each) => each.names);
    expect(names).toContain('kube_replicaset_spec_replicas');
  });
});

test('no process is marked that does not tell when it began', () => {
  expect(asked('maintenance', 'Process start')).toBe('');
});
