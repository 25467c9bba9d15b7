#!/usr/bin/env node
// Writes what Lighthouse found, as a file for node_exporter's textfile collector: CI runs it after 'lhci collect'.
// Usage: node lighthouse.mjs .lighthouseci /var/lib/node_exporter/textfile/lighthouse.prom
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const isRest = (part) => /^(\[\[?\.\.\..+\]|\*)/.test(part);
const isOne = (part) => /^(\[.+\]|:.+|\{.+\})$/.test(part);

/** The more of a pattern is written out, the sooner it is tried. */
const rank = (pattern) =>
  pattern
    .split('/')
    .map((part) => (isRest(part) ? '2' : isOne(part) ? '1' : '0'))
    .join('');

const literal = (part) => part.replace(/[.*+?^{}$()|[\]\\]/g, '\\$&');

/** /notices/[id], /notices/:id and /notices/{id} take one part of a path, [...rest], [[...rest]] and * all that follow. */
const expression = (pattern) => {
  const parts = pattern.split('/').filter((part) => part !== '');
  const written = parts.map((part) => {
    if (part.startsWith('[[...')) return '(?:/.*)?';
    if (isRest(part)) return '/.+';
    return isOne(part) ? '/[^/]+' : '/' + literal(part);
  });
  return new RegExp('^' + (written.length === 0 ? '/' : written.join('')) + '$', 's');
};

/** Finds the pattern of a path, the one with the most that is written out; undefined where none fits. */
const patternOf = (patterns) => {
  const known = [...patterns]
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
    .map((pattern) => ({ pattern, fits: expression(pattern) }));
  return (path) => {
    const plain = path.replace(/[?#].*$/s, '').replace(/(?<=.)\/$/, '');
    return known.find(({ fits }) => fits.test(plain))?.pattern;
  };
};

const pageOf = patternOf(['/']);

/** Bytes of a kind of file, as they were sent. */
const bytesOf = (kind) => (run) => {
  const items = run.audits?.['network-requests']?.details?.items;
  if (!Array.isArray(items)) return undefined;
  return items.reduce((sum, { resourceType, transferSize = 0 }) => sum + (resourceType === kind ? transferSize : 0), 0);
};

const milliseconds = (value) => (typeof value === 'number' ? value / 1000 : undefined);

/** What is told of each run, https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
const metrics = [
  { name: 'lighthouse_performance_score_ratio', help: 'Lighthouse\'s score for performance, of 1', value: (run) => run.categories?.performance?.score ?? undefined },
  { name: 'lighthouse_speed_index_seconds', help: 'How soon what is seen of a page is complete, on average over what is seen', value: (run) => milliseconds(run.audits?.['speed-index']?.numericValue) },
  { name: 'lighthouse_scripts_bytes', help: 'Bytes of scripts that a page loads, as they are sent', value: bytesOf('Script') },
  { name: 'lighthouse_images_bytes', help: 'Bytes of images that a page loads, as they are sent', value: bytesOf('Image') },
];
const measured = { name: 'lighthouse_measured_timestamp_seconds', help: 'When Lighthouse looked at a page last' };

const median = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const refuse = (why) => {
  process.stderr.write('lighthouse: ' + why + '\n');
  process.exit(1);
};

const [folder, file] = process.argv.slice(2);
if (folder === undefined || file === undefined || !file.endsWith('.prom'))
  refuse('say the folder of the results and the file to write: .lighthouseci lighthouse.prom');

const names = readdirSync(folder).filter((name) => /^lhr-.*\.json$/.test(name));
const runs = names.flatMap((name) => {
  const run = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const url = run.finalDisplayedUrl ?? run.finalUrl ?? run.requestedUrl;
  if (run.runtimeError?.code !== undefined || !URL.canParse(url) || !Number.isFinite(Date.parse(run.fetchTime))) {
    process.stderr.write('lighthouse: ' + name + ' is of a run that failed, and left out\n');
    return [];
  }
  const page = pageOf(new URL(url).pathname);
  if (page === undefined)
    process.stderr.write('lighthouse: ' + url + ' is no page of the list, and told as ' + 'other' + '\n');
  return [{ ...run, page: page ?? 'other', at: Date.parse(run.fetchTime) / 1000 }];
});
// An old file, and its time with it, says more than an empty new one.
if (runs.length === 0) refuse(folder + ' has no result of a run that succeeded');

const byPage = new Map();
for (const run of runs) byPage.set(run.page, [...(byPage.get(run.page) ?? []), run]);
const told = [...byPage].sort(([one], [other]) => (one < other ? -1 : 1));

const escaped = (value) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
const family = ({ name, help }, valueOf) => {
  const samples = told.flatMap(([page, all]) => {
    const value = valueOf(all);
    return value === undefined ? [] : [name + '{page="' + escaped(page) + '"} ' + String(value)];
  });
  return samples.length === 0 ? [] : ['# HELP ' + name + ' ' + help, '# TYPE ' + name + ' gauge', ...samples];
};

const lines = [
  ...metrics.flatMap((metric) =>
    family(metric, (all) => {
      const values = all.map(metric.value).filter((value) => Number.isFinite(value));
      return values.length === 0 ? undefined : median(values);
    }),
  ),
  ...family(measured, (all) => Math.max(...all.map(({ at }) => at))),
];

// node_exporter never sees half a file: it is moved in whole, and has another ending until then.
const part = file + '.' + process.pid;
writeFileSync(part, lines.join('\n') + '\n', { mode: 0o644 });
renameSync(part, file);
