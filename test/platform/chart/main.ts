// Holds what is written for the chart against the chart itself: `npm run chart -- FOLDER`, where it lies unpacked, with helm on PATH.
// `--record` writes down its keys first.
import { helmValues } from '#delivery/values/values.js';
import { samples } from '../samples.js';
import { readChart } from './chart.js';
import { record } from './record.js';
import { objectsIn, template } from './rendered.js';
import { untold } from './told.js';

const [folder, ...options] = process.argv.slice(3);
if (folder === undefined) throw new Error('say where the chart lies: npm run chart -- FOLDER');

const chart = readChart(folder);
if (options.includes('--record')) record(chart, 'test/platform/chart/keys.json');

const failures = Object.entries(samples).flatMap(([name, cluster]) => {
  const text = template(folder, cluster);
  const objects = objectsIn(text);
  const told = untold(objects, helmValues(cluster)).map(
    ({ where, said, made }) =>
      `${name}: ${where}: the values say ${JSON.stringify(said)}, the chart made ${JSON.stringify(made)}`,
  );
  const isSame = cluster.platform.grafana === undefined || text === template(folder, cluster);
  const moving = isSame ? [] : [`${name}: rendered again, it is something else`];
  const kinds = new Set(objects.map(({ kind }) => kind)).size;
  console.log(`${name}: ${objects.length} objects of ${kinds} kinds`);
  return [...told, ...moving];
});
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
else console.log(`kube-prometheus-stack ${chart.version} makes of all values what they say`);
