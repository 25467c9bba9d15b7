// `npm run load -- [APPLICATION] [DAYS]`: how long each dashboard of an application takes to load from a real Prometheus that has
// a month of its metrics, at its own range and over all of it, and which of its queries takes longest.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inSeconds } from '#ground/duration.js';
import { panelsIn } from '#dashboards/row.js';
import { estate, hosts } from '../../estate.js';
import { withServer } from '#servers/server.js';
import { writeBlocks } from './blocks.js';
import { load } from './load.js';
import { seriesFor } from './series.js';

const [name = 'ojeomneo', days = '30'] = process.argv.slice(3);
const application = [...estate, ...hosts.map((each) => each.application)].find((each) => each.name === name);
if (!application) throw new Error(`there is no application ${name}`);

const { dashboards } = application;
const step = Math.min(...dashboards.map(({ scrapeInterval }) => inSeconds(scrapeInterval)));
const series = seriesFor(dashboards.flatMap(({ panels }) => panelsIn(panels)));
const until = Math.floor(Date.now() / 1000 / step) * step;
const range = Number(days) * 86_400;
console.log(
  `${name}: ${series.length} series, one sample in ${step} s for ${days} days: ${((series.length * range) / step / 1e6).toFixed(1)} million`,
);

const main = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'a-month-'));
  try {
    await writeBlocks(folder, series, { until, days: Number(days), step });
    const flags = ['--storage.tsdb.retention.time=10y'];
    await withServer(
      'prometheus',
      { config: 'global: { scrape_interval: 1h }\n', data: folder, flags },
      async (url) => {
        for (const dashboard of dashboards) {
          const ranges = { [`last ${dashboard.last}`]: inSeconds(dashboard.last), [`last ${days}d`]: range };
          for (const [label, seconds] of Object.entries(ranges)) {
            const { took, answers } = await load(url, dashboard, seconds, until - step);
            const [slowest] = answers.toSorted((a, b) => b.took - a.took);
            const found = answers.reduce((sum, each) => sum + each.series, 0);
            console.log(
              `${dashboard.title}, ${label}: ${answers.length} queries, ${found} series, ${(took / 1000).toFixed(2)} s` +
                (slowest ? `; longest ${(slowest.took / 1000).toFixed(2)} s: ${slowest.panel}` : ''),
            );
          }
        }
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

void main();
