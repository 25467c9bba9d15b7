import { describe, expect, test } from '@jest/globals';
import { withServer } from '#servers/server.js';

const answers = (url: string) =>
  fetch(`${url}/-/healthy`).then(
    ({ ok }) => ok,
    () => false,
  );
const configs = {
  prometheus: '{}',
  alertmanager: '{"route": {"receiver": "nobody"}, "receivers": [{"name": "nobody"}]}',
};

describe.each(['prometheus', 'alertmanager'] as const)('a real %s', (name) => {
  test('answers while it is worked with', async () => {
    expect(await withServer(name, { config: configs[name] }, answers)).toBe(true);
  });

  test('is gone afterwards', async () => {
    const url = await withServer(name, { config: configs[name] }, async (url) => url);
    expect(await answers(url)).toBe(false);
  });

  test('is gone when the work fails', async () => {
    let url = '';
    const failing = withServer(name, { config: configs[name] }, async (its) => {
      url = its;
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect(await answers(url)).toBe(false);
  });

  test('that does not come up is refused with what it says', async () => {
    await expect(withServer(name, { config: '{"no_such_field": 1}' }, answers)).rejects.toThrow(
      'no_such_field',
    );
  });
});

test('a real server reads the files beside its configuration', async () => {
  const rules = '{"groups": [{"name": "g", "rules": [{"record": "two", "expr": "vector(2)"}]}]}';
  const served = withServer(
    'prometheus',
    { config: '{"rule_files": ["rules.yml"]}', beside: { 'rules.yml': rules } },
    async (url) => (await fetch(`${url}/api/v1/rules`)).text(),
  );
  expect(await served).toContain('vector(2)');
});
