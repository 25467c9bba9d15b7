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
    ['ground/x.ts', '../promql/expr/ast.js'],
    ['promql/vector/x.ts', '../../metrics/postgres-exporter.js'],
    ['promql/x.ts', '../test/scraped.js'],
    ['metrics/x.ts', '../alerts/http.js'],
    ['alerts/rule/x.ts', '../../routing/routing.js'],
    ['routing/x.ts', '../dashboards/row.js'],
    ['routing/receiver/x.ts', '../../application/application.js'],
    ['dashboards/panel/x.ts', '../../application/application.js'],
    ['application/x.ts', '../main.js'],
    ['application/agent/x.ts', '../../apps/repository.js'],
    ['application/host/x.ts', '../../hosts/hosts.js'],
    ['apps/observer/x.ts', '../../constructs/scrape.js'],
    ['imports/x.ts', '../synth/synth.js'],
    ['constructs/x.ts', '../apps/observer/index.js'],
    ['constructs/x.ts', '../hosts/text.js'],
    ['hosts/x.ts', '../constructs/scrape.js'],
    ['hosts/compose/x.ts', '../../main.js'],
    ['laws/x.ts', '../synth/synth.js'],
    ['synth/x.ts', '../proof/prove.js'],
    ['proof/tools/x.ts', '../../laws/law.js'],
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
    ['application/agent/x.ts', 'cdk8s'],
    ['dashboards/x.ts', 'constructs'],
    ['routing/x.ts', '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor'],
    ['apps/observer/x.ts', 'kubernetes-models/v1/ConfigMap'],
    ['hosts/x.ts', 'cdk8s'],
    ['hosts/compose/x.ts', 'cdk8s-plus-27'],
    ['ground/x.ts', 'cdk8s/lib/yaml.js'],
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
    ['promql/x.ts', '../ground/keyed.js'],
    ['alerts/rule/x.ts', '../../promql/expr/ast.js'],
    ['routing/receiver/x.ts', '../../alerts/rule/alert.js'],
    ['application/agent/x.ts', '../../ground/secret.js'],
    ['dashboards/x.ts', '../alerts/http.js'],
    ['apps/observer/x.ts', '../../application/exporter/postgres.js'],
    ['constructs/x.ts', 'cdk8s/lib/chart.js'],
    ['constructs/x.ts', '../application/application.js'],
    ['constructs/x.ts', '../ground/yaml.js'],
    ['hosts/compose/x.ts', '../../application/exporter/exporter.js'],
    ['hosts/x.ts', '../ground/yaml.js'],
    ['laws/x.ts', '../imports/render.js'],
    ['synth/estate/x.ts', '../../main.js'],
    ['synth/estate/x.ts', '../../hosts/hosts.js'],
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
