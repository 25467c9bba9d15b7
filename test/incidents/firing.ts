import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prometheusGroup } from '#alerts/rule/prometheus.js';
import { type Application } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import { complaintIn } from '#proof/promtool/complaint.js';
import { runTool } from '#proof/tools/tool.js';

/** What happens: how often Prometheus scrapes and evaluates, and what it gets, series by series in promtool's notation. */
export interface Incident {
  readonly interval: string;
  readonly series: Readonly<Record<string, string>>;
}

/** What promtool is to find wrong, so that it tells what there is instead. */
const nothingLikeIt = [{ labels: 'nothing_like_it', value: 0 }];

/**
 * Which alerts of an application fire at each of these moments, by promtool on its rules as they are written: `critical PodDown x2` where
 * two of that name do.
 */
export const firing = async (
  application: Pick<Application, 'groups'> & Parameters<typeof ruleContext>[0],
  { interval, series }: Incident,
  moments: readonly string[],
): Promise<readonly (readonly string[])[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'incident-'));
  try {
    const groups = application.groups.map((group) => prometheusGroup(group, ruleContext(application)));
    await writeFile(join(folder, 'rules.json'), JSON.stringify({ groups }));
    const test = {
      interval,
      input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
      promql_expr_test: moments.map((eval_time) => ({
        expr: 'count by (severity, alertname) (ALERTS{alertstate="firing"})',
        eval_time,
        exp_samples: nothingLikeIt,
      })),
    };
    const file = { rule_files: ['rules.json'], evaluation_interval: interval, tests: [test] };
    await writeFile(join(folder, 'test.json'), JSON.stringify(file));
    // As where proofs are run: it takes a fifth less without so much of garbage collected.
    const env = { GOGC: '400' };
    const { stdout, stderr } = await runTool('promtool', ['test', 'rules', 'test.json'], {
      cwd: folder,
      env,
    });
    return toldIn(stdout + stderr, moments.length);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** What promtool got at each moment, in their order. */
const toldIn = (text: string, moments: number): readonly (readonly string[])[] => {
  const told = text
    .split(/\n(?= {4}expr: )/)
    .map((part) => complaintIn(part.replace(/\n+$/, '')))
    .flatMap((complaint) => (complaint.about === 'samples' ? [complaint] : []))
    .sort((a, b) => a.time - b.time);
  if (told.length !== moments) throw new Error(`promtool: ${text}`);
  return told.map(({ got }) =>
    got
      .map(({ labels, value }) => {
        const { severity = '', alertname = '' } = labels;
        return `${severity} ${alertname}${value === 1 ? '' : ` x${value}`}`;
      })
      .sort(),
  );
};
