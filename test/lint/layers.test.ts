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
    ['src/ground/x.ts', '#promql/expr/ast.js'],
    ['src/promql/vector/x.ts', '#metrics/postgres-exporter.js'],
    ['src/metrics/x.ts', '#alerts/http.js'],
    ['src/alerts/rule/x.ts', '#routing/routing.js'],
    ['src/routing/x.ts', '#dashboards/row.js'],
    ['src/routing/receiver/x.ts', '#application/application.js'],
    ['src/dashboards/panel/x.ts', '#application/application.js'],
    ['src/application/host/x.ts', '#hosts/hosts.js'],
    ['src/imports/x.ts', '#synth/synth.js'],
    ['src/constructs/x.ts', '#hosts/text.js'],
    ['src/hosts/x.ts', '#constructs/scrape.js'],
    ['src/laws/x.ts', '#synth/synth.js'],
    ['src/synth/x.ts', '#proof/prove.js'],
    ['src/proof/tools/x.ts', '#laws/law.js'],
  ])('%s of %s', async (file, imported) => {
    const [, folder] = file.split('/');
    expect(await said(file, imported)).toEqual([
      expect.stringContaining(`${folder}/ stands above that folder; see the layers in eslint.config.js.`),
    ]);
  });
});

describe('what is named by its way up the folders is refused:', () => {
  test.each([
    ['src/promql/vector/x.ts', '../expr/ast.js'],
    ['src/application/x.ts', '../../main.js'],
    ['src/constructs/x.ts', '../../apps/observer/index.js'],
    ['src/promql/x.ts', '../../test/scraped.js'],
  ])('%s of %s', async (file, imported) => {
    expect(await said(file, imported)).toEqual([expect.stringContaining('Write `#folder/file.js`')]);
  });
});

describe('the library is made of its files, never of its public words:', () => {
  test.each(['cheomseong', 'cheomseong/promql', '#index.js', '#public/promql.js'])('%s', async (imported) => {
    expect(await said('src/alerts/x.ts', imported)).toEqual([expect.stringContaining('The public words')]);
  });
});

describe('the estate says all by public words:', () => {
  test.each([
    ['apps/observer/x.ts', '#constructs/scrape.js'],
    ['apps/observer/x.ts', '../../src/constructs/scrape.js'],
    ['apps/observer/x.ts', '../../test/scraped.js'],
    ['main.ts', './src/index.js'],
  ])('%s of %s', async (file, imported) => {
    expect(await said(file, imported)).toEqual([expect.stringContaining("The estate imports 'cheomseong'")]);
  });
});

describe('Kubernetes is refused to what describes:', () => {
  test.each([
    ['src/alerts/x.ts', 'cdk8s'],
    ['src/application/x.ts', 'cdk8s/lib/chart.js'],
    ['src/application/exporter/x.ts', 'cdk8s-plus-27'],
    ['src/application/agent/x.ts', 'cdk8s'],
    ['src/dashboards/x.ts', 'constructs'],
    ['src/routing/x.ts', '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor'],
    ['src/hosts/x.ts', 'cdk8s'],
    ['src/hosts/compose/x.ts', 'cdk8s-plus-27'],
    ['src/ground/x.ts', 'cdk8s/lib/yaml.js'],
  ])('%s of %s', async (file, imported) => {
    const [, folder] = file.split('/');
    expect(await said(file, imported)).toEqual([
      expect.stringContaining(`${folder}/ knows nothing of Kubernetes; renderers do.`),
    ]);
  });
});

describe('an import along the direction of the layers is allowed:', () => {
  test.each([
    ['src/promql/vector/x.ts', './vector.js'],
    ['src/promql/vector/x.ts', '#promql/expr/ast.js'],
    ['src/promql/x.ts', '#ground/keyed.js'],
    ['src/alerts/rule/x.ts', '#promql/expr/ast.js'],
    ['src/routing/receiver/x.ts', '#alerts/rule/alert.js'],
    ['src/application/agent/x.ts', '#ground/secret.js'],
    ['src/dashboards/x.ts', '#alerts/http.js'],
    ['apps/observer/x.ts', 'cheomseong'],
    ['apps/observer/x.ts', '../repository.js'],
    ['src/constructs/x.ts', 'cdk8s/lib/chart.js'],
    ['src/constructs/x.ts', '#application/application.js'],
    ['src/constructs/x.ts', '#ground/yaml.js'],
    ['src/hosts/compose/x.ts', '#application/exporter/exporter.js'],
    ['src/hosts/x.ts', '#ground/yaml.js'],
    ['src/laws/x.ts', '#imports/render.js'],
    ['src/synth/estate/x.ts', '#hosts/hosts.js'],
  ])('%s of %s', async (file, imported) => {
    expect(await said(file, imported)).toEqual([]);
  });
});

test('every folder of sources has its place in the layers', async () => {
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'public')
    .map(({ name }) => `src/${name}`);
  const configs = await Promise.all(
    folders.map((folder) => eslint.calculateConfigForFile(`${folder}/x.ts`) as Promise<{ rules: object }>),
  );
  expect(folders.filter((_, i) => !('no-restricted-imports' in (configs[i]?.rules ?? {})))).toEqual([]);
});
