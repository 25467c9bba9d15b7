import { describe, expect, test } from '@jest/globals';
import { hrefHere } from '#browser/dashboard/query/href.js';

describe('Where an address of Grafana leads', () => {
  test.each([
    ['/d/api/some-title?var-job=a&from=now-1h', '#/dashboard/api?var-job=a&from=now-1h'],
    ['https://here.example/d/api', '#/dashboard/api'],
    ['https://gitea.example/d/api', 'https://gitea.example/d/api'],
    ['https://example.com/wiki', 'https://example.com/wiki'],
    ['/explore?left=1', undefined],
    ['javascript:alert(1)', undefined],
  ])('%s', (url, here) => {
    expect(hrefHere(url, 'https://here.example')).toBe(here);
  });
});
