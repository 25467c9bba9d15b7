import { type Family, families } from '#catalog/exposition.js';

/** What a program exports. */
export const scrape = async (url: string, path = '/api/metrics'): Promise<string> =>
  (await fetch(`${url}${path}`)).text();

export const scrapedFamilies = async (url: string, path?: string): Promise<ReadonlyMap<string, Family>> =>
  families(await scrape(url, path));

/** The value of one series as its exposition writes it: `http_requests_total{path="/"}`; undefined where there is none. */
export const valueOf = (exposition: string, series: string): number | undefined => {
  const line = exposition.split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};
