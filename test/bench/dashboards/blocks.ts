import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '#proof/tools/run.js';
import { toolPath } from '#proof/tools/tool.js';
import type { Series } from './series.js';

/** The longest block that Prometheus makes of a month by itself, in seconds: a tenth of it. */
const blockSeconds = 54 * 3600;

/** The samples of a series between two times, in OpenMetrics's text. */
const samplesOf = ({ name, labels, gains }: Series, from: number, to: number, step: number): string => {
  const lines: string[] = [];
  for (let at = from; at < to; at += step)
    lines.push(`${name}{${labels}} ${gains === 0 ? 1 + ((at / step) % 97) : (at - from) * gains} ${at}\n`);
  return lines.join('');
};

/**
 * Writes what these series were in the days before `until`, in seconds, into a folder as Prometheus stores it, by promtool.
 * Counters begin anew in each block, as those of a program that is deployed every two days.
 */
export const writeBlocks = async (
  folder: string,
  series: readonly Series[],
  { until, days, step }: { readonly until: number; readonly days: number; readonly step: number },
): Promise<void> => {
  const promtool = await toolPath('promtool');
  const file = join(folder, 'samples.txt');
  const begins = until - days * 86_400;
  for (let from = begins; from < until;) {
    // Blocks lie where Prometheus would have cut them.
    const to = Math.min(until, (Math.floor(from / blockSeconds) + 1) * blockSeconds);
    const first = Math.ceil(from / step) * step;
    const written = openSync(file, 'w');
    for (const each of series) writeSync(written, samplesOf(each, first, to, step));
    writeSync(written, '# EOF\n');
    closeSync(written);
    const made = await run(promtool, [
      ...['tsdb', 'create-blocks-from', 'openmetrics', '--max-block-duration=54h', '--quiet'],
      ...[file, folder],
    ]);
    if (made.exitCode !== 0) throw new Error(`${made.stdout}${made.stderr}`);
    process.stderr.write(`${((to - begins) / 86_400).toFixed(1)} of ${days} days\n`);
    from = to;
  }
  rmSync(file);
};
