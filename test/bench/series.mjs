// `node test/bench/series.mjs PROMETHEUS [SERIES] [INTERVAL] [MINUTES]`: what a series costs a real Prometheus: memory for each, bytes of its
// blocks and of its write-ahead log for each sample. It scrapes targets of this process, of a thousand series each, with the labels that the
// operator gives; of ten series five stay as they are, two are counters that grow at each scrape, two that grow at each fourth, one is a gauge
// with a fraction. A run of so many series is held against one of a tenth, so that what Prometheus takes for itself is not counted.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [program, series = '20000', interval = '1', minutes = '7'] = process.argv.slice(2);
if (program === undefined)
  throw new Error('which Prometheus? node test/bench/series.mjs PROMETHEUS [SERIES] [INTERVAL] [MINUTES]');
const perTarget = 1000;

/** The lines of one target without their values. */
const lines = Array.from({ length: perTarget }, (_, i) => {
  const [kind, labels] = [i % 10, Math.floor(i / 10)];
  const name = kind < 4 ? `shop_requests_${kind}_total` : `shop_measured_${kind}`;
  return {
    kind,
    text: `${name}{method="${labels % 2 === 0 ? 'GET' : 'POST'}",path="/api/v1/orders/${labels}",status="${200 + (labels % 4)}"} `,
  };
});

const exposition = (scrapes) =>
  lines
    .map(({ kind, text }, i) => {
      if (kind < 2) return `${text}${scrapes * (10 + (i % 17)) + Math.floor(Math.random() * 7)}`;
      if (kind < 4) return `${text}${Math.floor((scrapes + i) / 4)}`;
      return `${text}${kind === 4 ? (i + Math.sin(scrapes / 60) + Math.random()).toFixed(2) : i}`;
    })
    .join('\n') + '\n';

const folderSize = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .reduce((sum, each) => sum + statSync(join(each.parentPath, each.name)).size, 0);

const configuration = (port, targets) =>
  JSON.stringify({
    global: { scrape_interval: `${interval}s`, scrape_timeout: `${interval}s` },
    scrape_configs: [
      {
        job_name: 'shop',
        static_configs: Array.from({ length: targets }, (_, i) => ({
          targets: [`127.0.0.1:${port}`],
          labels: {
            __metrics_path__: `/${i}`,
            instance: `10.0.${Math.floor(i / 250)}.${i % 250}:8000`,
            namespace: 'shop-prod',
            service: 'shop',
            endpoint: 'http',
            container: 'shop',
            pod: `shop-7d9c6b8f5-${i.toString(36).padStart(5, '0')}`,
          },
        })),
      },
      { job_name: 'prometheus', static_configs: [{ targets: ['127.0.0.1:PORT'] }] },
    ],
  });

/** What Prometheus tells of itself. */
const told = async (url) => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return (name) => Number(new RegExp(`^${name}(?:\\{type="float"\\})? (\\S+)$`, 'm').exec(text)?.[1]);
};

/** Runs it over so many series, and measures at the end; blocks are cut every four minutes instead of two hours. */
const run = async (count) => {
  const targets = Math.max(1, Math.round(count / perTarget));
  const scrapes = new Map();
  const exporter = createServer(({ url }, response) => {
    const scrape = (scrapes.get(url) ?? 0) + 1;
    scrapes.set(url, scrape);
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(exposition(scrape));
  });
  exporter.listen(0, '127.0.0.1');
  await once(exporter, 'listening');
  const folder = mkdtempSync(join(tmpdir(), 'series-'));
  const port = 40_000 + Math.floor(Math.random() * 10_000);
  writeFileSync(
    join(folder, 'config.yml'),
    configuration(exporter.address().port, targets).replace('PORT', String(port)),
  );
  const server = spawn(
    program,
    [
      ...[`--config.file=${join(folder, 'config.yml')}`, `--web.listen-address=127.0.0.1:${port}`],
      ...[`--storage.tsdb.path=${join(folder, 'data')}`, '--log.level=error'],
      ...['--storage.tsdb.min-block-duration=4m', '--storage.tsdb.max-block-duration=4m'],
    ],
    { stdio: 'inherit' },
  );
  try {
    const url = `http://127.0.0.1:${port}`;
    const residents = [];
    let wal = 0;
    const end = Date.now() + Number(minutes) * 60_000;
    while (Date.now() < end) {
      await sleep(5_000);
      const metric = await told(url);
      // the first two minutes are its start
      if (Date.now() > end - (Number(minutes) - 2) * 60_000)
        residents.push(metric('process_resident_memory_bytes'));
      if (!wal && Date.now() > end - (Number(minutes) - 3) * 60_000)
        wal = folderSize(join(folder, 'data', 'wal')) / metric('prometheus_tsdb_head_samples_appended_total');
    }
    const metric = await told(url);
    const blocks = readdirSync(join(folder, 'data'))
      .filter((name) => /^[0-9A-Z]{26}$/.test(name))
      .map((name) => ({
        samples: JSON.parse(readFileSync(join(folder, 'data', name, 'meta.json'), 'utf8')).stats.numSamples,
        bytes: folderSize(join(folder, 'data', name)),
      }));
    const sum = (field) => blocks.reduce((all, block) => all + block[field], 0);
    residents.sort((a, b) => a - b);
    return {
      series: metric('prometheus_tsdb_head_series'),
      resident: residents[Math.floor(residents.length / 2)],
      most: residents.at(-1),
      cpu: metric('process_cpu_seconds_total') / (Number(minutes) * 60),
      perSample: sum('bytes') / sum('samples'),
      walPerSample: wal,
      version: /[{,]version="([^"]+)"/.exec(
        (await (await fetch(`${url}/metrics`)).text()).match(/^prometheus_build_info.*$/m)?.[0] ?? '',
      )?.[1],
    };
  } finally {
    server.kill();
    await once(server, 'exit');
    exporter.closeAllConnections();
    exporter.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const few = await run(Number(series) / 10);
const many = await run(Number(series));
const perSeries = (field) => (many[field] - few[field]) / (many.series - few.series);
console.log(JSON.stringify({ few, many }, undefined, 2));
console.log(
  [
    `Prometheus ${many.version}, ${series} series every ${interval}s, ${minutes} minutes`,
    `memory for each series: ${(perSeries('resident') / 1024).toFixed(1)} KiB in the middle, ${(perSeries('most') / 1024).toFixed(1)} KiB at the most`,
    `memory of itself: ${((few.resident - perSeries('resident') * few.series) / 2 ** 20).toFixed(0)} MiB`,
    `disk for each sample: ${many.perSample.toFixed(2)} bytes in blocks, ${many.walPerSample.toFixed(2)} in the write-ahead log`,
    `CPU for 10,000 samples a second: ${((many.cpu / (Number(series) / Number(interval))) * 10_000).toFixed(3)} cores`,
  ].join('\n'),
);
