import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Application } from '#application/application.js';
import { reason } from '#proof/tools/reason.js';
import { type Placed, proveAlerts } from '#proof/prove-estate.js';
import { answersFolder } from '#proof/prove.js';
import { forgetUnused } from '#proof/kept.js';
import { standingsOf } from '#proof/standings.js';
import { allowedIn, heldTo } from './allowed.js';
import { help } from './help.js';
import { judgesOf } from './judges.js';
import { messagesOf, messagesText } from './notification.js';
import { UsageError } from '#ground/usage.js';
import { type Options, readOptions } from './options.js';
import { outputsOf, textOf } from './outputs.js';
import type { Surface } from '#ground/surface.js';
import { progress } from './progress.js';
import { type Report, type Run, failuresOf } from './report.js';
import { selected } from './select.js';
import { plain, styleOf } from './style.js';

/** `holds`: every proof does; `fails`: one does not; `cannot`: it could not be run. */
export const exitCodes = { holds: 0, fails: 1, cannot: 2 } as const;

/**
 * `cheomseong prove`: proves the alerts of an estate that are asked for, and tells what came of it.
 *
 * @param args The words after `cheomseong prove`.
 * @returns The exit code. What keeps it from running is told on `err`, not thrown.
 */
export const proveCommand = async (
  args: readonly string[],
  estate: readonly Application[],
  surface: Surface,
  output = 'dist',
): Promise<0 | 1 | 2> => {
  try {
    const options = readOptions(args);
    if (options.help) {
      surface.out.write(help);
      return exitCodes.holds;
    }
    const alerts = selected(estate, options);
    const held = isWhole(options) ? heldTo(allowedIn(surface.root), standingsOf(alerts)) : [];
    const report = await run(options, alerts, surface);
    const style = styleOf(surface.colour);
    const outputs = outputsOf(options.outputs);
    const root = { folder: surface.root, output };
    for (const { format, file } of outputs) {
      if (file === undefined) surface.out.write(textOf(format, report, root, style));
      else write(resolve(surface.folder, file), textOf(format, report, root, plain));
    }
    const forPeople = outputs.some(({ format, file }) => format === 'table' && file === undefined);
    if (forPeople && options.alerts.length > 0) surface.out.write(await told(report, estate));
    await forgetUnused(answersFolder(), 30);
    held.forEach(({ text }) => surface.err.write(`${text}\n`));
    const isWell = failuresOf(report).length === 0 && !held.some(({ isOver }) => isOver);
    return isWell ? exitCodes.holds : exitCodes.fails;
  } catch (error) {
    const text = reason(error);
    surface.err.write(`${text}\n${error instanceof UsageError ? 'See cheomseong prove --help.\n' : ''}`);
    return exitCodes.cannot;
  }
};

/** How many are derived or unproven is told of the whole estate. */
const isWhole = ({ alerts, applications }: Options): boolean => alerts.length + applications.length === 0;

const run = async (
  options: Options,
  alerts: readonly Placed[],
  { err, folder }: Surface,
): Promise<Report> => {
  const began = performance.now();
  const runs: Run[] = [];
  for (const promtool of await judgesOf(options.promtools, folder)) {
    const { done, end } = progress(alerts.length, err);
    const proven = await proveAlerts(alerts, {
      promtool,
      fresh: options.fresh,
      jobs: availableParallelism(),
      onProven: done,
    });
    end();
    runs.push({ promtool: promtool.version.text, alerts: proven });
  }
  return { runs, seconds: (performance.now() - began) / 1_000 };
};

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** What people are told of each alert that was asked for by name. */
const told = async ({ runs: [first] }: Report, estate: readonly Application[]): Promise<string> => {
  const texts = await Promise.all(
    (first?.alerts ?? []).map(async (proven) => {
      const application = estate.find(({ name }) => name === proven.context.application);
      return application === undefined
        ? ''
        : messagesText(proven.alert.name, await messagesOf(application, proven));
    }),
  );
  return texts.join('\n');
};
