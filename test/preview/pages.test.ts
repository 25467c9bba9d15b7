import { describe, expect, test } from '@jest/globals';
import { answering } from '#preview/http/pages.js';
import type { Answer } from '#servers/loopback.js';

const answer = answering(
  { script: 'draw()', style: 'body {}' },
  {
    estate: { places: [], applications: [], incidents: [], quiet: [], source: 'made' },
    dashboard: (uid) => (uid === 'a b' ? { model: {}, application: 'shop', scrapeInterval: 15 } : undefined),
    messages: () => Promise.resolve([]),
  },
  { url: 'http://127.0.0.1:9', headers: {} },
);
const asked = (path: string, method = 'GET'): Promise<Answer | undefined> =>
  answer({ method, path, query: new URLSearchParams(), body: '' });

describe('the pages of a preview', () => {
  test('load their script', async () => {
    expect(await asked('/script.js')).toEqual({ type: 'text/javascript; charset=utf-8', body: 'draw()' });
  });

  test('have a dashboard by its uid', async () => {
    expect((await asked('/api/dashboards/a%20b'))?.body).toContain('"application":"shop"');
  });

  test.each(['/api/dashboards/none', '/api/dashboards/%', '/api/dashboards/', '/%'])(
    'have no %s',
    async (path) => {
      expect(await asked(path)).toBeUndefined();
    },
  );

  test('cannot be changed', async () => {
    expect((await asked('/api/estate', 'DELETE'))?.status).toBe(405);
  });
});
