import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';

// Only the rule that holds the layers: the others are for `npm run lint`.
const eslint = new ESLint({ ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports' });

/** What ESLint says of a file that imports this and nothing else. */
const said = async (file: string, imported: string): Promise<readonly string[]> => {
  const [result] = await eslint.lintText(`import { x } from '${imported}';\nexport const y = x;\n`, {
    filePath: file,
  });
  return (result?.messages ?? []).map(({ message }) => message);
};

describe('an import against the direction of the layers is refused:', () => {
  test.each([
    ['promql/vector/x.ts', '../../metrics/postgres-exporter.js'],
    ['promql/x.ts', '../test/scraped.js'],
    ['metrics/x.ts', '../alerts/http.js'],
    ['routing/x.ts', '../alerts/http.js'],
    ['routing/receiver/x.ts', '../../alerts/http.js'],
    ['logs/x.ts', '../routing/routing.js'],
    ['logs/filebeat/x.ts', '../../application/application.js'],
    ['dashboards/panel/x.ts', '../../application/application.js'],
    ['application/x.ts', '../main.js'],
    ['apps/observer/x.ts', '../../constructs/scrape.js'],
    ['constructs/x.ts', '../apps/observer/index.js'],
    ['constructs/x.ts', '../files/host.js'],
    ['files/x.ts', '../constructs/scrape.js'],
    ['files/compose/x.ts', '../../main.js'],
    ['yaml/x.ts', '../files/text.js'],
    ['synth/x.ts', '../laws/law.js'],
    ['tools/x.ts', '../promql/expr/ast.js'],
  ])('%s of %s', async (file, imported) => {
    const [folder] = file.split('/');
    expect(await said(file, imported)).toEqual([
      expect.stringContaining(`${folder}/ stands above that folder; see the layers in eslint.config.js.`),
    ]);
  });
});

describe('Kubernetes is refused to what describes:', () => {
  test.each([
    ['alerts/x.ts', 'cdk8s'],
    ['application/x.ts', 'cdk8s/lib/chart.js'],
    ['application/exporter/x.ts', 'cdk8s-plus-27'],
    ['logs/x.ts', 'cdk8s'],
    ['dashboards/x.ts', 'constructs'],
    ['routing/x.ts', '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor'],
    ['apps/observer/x.ts', 'kubernetes-models/v1/ConfigMap'],
    ['files/x.ts', 'cdk8s'],
    ['files/compose/x.ts', 'cdk8s-plus-27'],
    ['yaml/x.ts', 'cdk8s/lib/yaml.js'],
  ])('%s of %s', async (file, imported) => {
    const [folder] = file.split('/');
    expect(await said(file, imported)).toEqual([
      expect.stringContaining(`${folder}/ knows nothing of Kubernetes; renderers do.`),
    ]);
  });
});

describe('an import along the direction of the layers is allowed:', () => {
  test.each([
    ['promql/vector/x.ts', '../expr/ast.js'],
    ['alerts/rule/x.ts', '../../promql/expr/ast.js'],
    ['routing/receiver/x.ts', '../../alerts/rule/alert.js'],
    ['logs/filebeat/x.ts', '../../routing/secret.js'],
    ['dashboards/x.ts', '../alerts/http.js'],
    ['apps/observer/x.ts', '../../application/exporter/postgres.js'],
    ['constructs/x.ts', 'cdk8s/lib/chart.js'],
    ['constructs/x.ts', '../application/application.js'],
    ['constructs/x.ts', '../yaml/text.js'],
    ['files/compose/x.ts', '../../application/exporter/exporter.js'],
    ['files/x.ts', '../yaml/text.js'],
    ['laws/x.ts', '../synth/violation.js'],
    ['estate/x.ts', '../main.js'],
    ['estate/x.ts', '../files/files.js'],
  ])('%s of %s', async (file, imported) => {
    expect(await said(file, imported)).toEqual([]);
  });
});

test('every folder of sources has its place in the layers', async () => {
  const folders = readdirSync('.', { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && !['.cache', 'dist', 'node_modules', 'test'].includes(entry.name),
    )
    .map(({ name }) => name)
    .filter((name) =>
      readdirSync(name, { recursive: true, encoding: 'utf8' }).some((path) => path.endsWith('.ts')),
    );
  const configs = await Promise.all(
    folders.map((folder) => eslint.calculateConfigForFile(`${folder}/x.ts`) as Promise<{ rules: object }>),
  );
  expect(folders.filter((_, i) => !('no-restricted-imports' in (configs[i]?.rules ?? {})))).toEqual([]);
});
