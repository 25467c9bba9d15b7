// The same objects by Helm, where it is installed: a chart whose templates are the manifests as they are, so that Helm reckons nothing and only
// parses, sorts and writes them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const hasHelm = () => spawnSync('helm', ['version', '--short'], { stdio: 'ignore' }).status === 0;

/** What a manifest has between braces is for others: Prometheus and Grafana. */
const escaped = (text) => text.replaceAll('{{', '{{ "{{" }}');

const writeChart = (dist, chart) => {
  rmSync(chart, { recursive: true, force: true });
  mkdirSync(chart);
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: fleet\nversion: 1.0.0\n');
  for (const path of readdirSync(dist, { recursive: true }).filter((each) => each.endsWith('.yaml'))) {
    const template = join(chart, 'templates', path);
    mkdirSync(dirname(template), { recursive: true });
    writeFileSync(template, escaped(readFileSync(join(dist, path), 'utf8')));
  }
};

/** What Helm takes for what was synthesized last; none where it is not installed. */
export const helmRows = (folder, count) =>
  hasHelm()
    ? [
        {
          name: `${count}, helm template of the same`,
          before: () => writeChart(join(folder, 'dist'), join(folder, '.chart')),
          command: ['helm', 'template', 'fleet', '.chart'],
        },
      ]
    : [];
