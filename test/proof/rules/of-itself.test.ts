import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { proved } from './said.js';

/** What is said of an alert of this expression. */
const said = async (expr: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'itself-'));
  const group = { name: 'team', rules: [{ alert: 'Self', expr }] };
  await writeFile(join(folder, 'team.yml'), JSON.stringify({ groups: [group] }));
  return (await proved(['team.yml', '--json'], { folder })).out;
};

describe('An alert that reads what Prometheus records of it is refused, as it is there:', () => {
  test.each(['{job="x"} > 1', 'ALERTS_FOR_STATE > 1', '{__name__=~".+", job="x"} > 1'])(
    '%s',
    async (expr) => {
      expect(await said(expr)).toMatch(/also selects ALERTS_FOR_STATE of this very alert/);
    },
  );
});

describe('One that leaves itself out is proven:', () => {
  test.each([
    '{job="x", alertname!="Self"} > 1',
    'ALERTS_FOR_STATE{alertname!="Self"} > 1',
    'count({job="x"}) > 3',
  ])('%s', async (expr) => {
    expect(await said(expr)).toMatch(/"verdict": "proven"/);
  });
});
