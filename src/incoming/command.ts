import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError } from '#ground/usage.js';
import { madeOf } from '#new/files.js';
import { foundAt } from '#new/found.js';
import { naming } from '#new/naming.js';
import type { Package } from '#new/package-json.js';
import { write } from '#new/write.js';
import { madeAllowing } from './allowed.js';
import { besideOf, labelsOf } from './beside/beside.js';
import { knownOf, readGiven } from './given.js';
import { Refused, heldToEstate, imported } from './imported.js';
import { refuseNothing } from './nothing.js';
import { readOptions } from './options.js';
import { planOf } from './plan/plan.js';
import { severitiesOf } from './plan/severities.js';
import { reportOf } from './report/report.js';
import { jsonText, reportText } from './report/text.js';
import { pageText } from './report/page.js';
import { trialFolder } from './trial/folder.js';
import type { Try } from './trial/outcome.js';

/**
 * `cheomseong import FILE…`.
 *
 * @param own The package itself.
 * @param mainFile The file of the estate, there or not.
 * @param tries Nothing where the estate cannot import the package.
 * @throws UsageError on words that say nothing, on what is there already, and on severities of which nobody said what they are like.
 */
export const importCommand = async (
  args: readonly string[],
  { out, err, root, folder }: Surface,
  own: Package,
  mainFile: string,
  tries: Try | undefined,
): Promise<ExitCode> => {
  const options = readOptions(args);
  const named = naming(options.application, options.language, 'import');
  const found = foundAt(root, mainFile);
  const home = `${found.base}apps/${named.name}`;
  if (existsSync(join(root, home)))
    throw new UsageError([
      `${home} is there already; give the application another name, or remove that folder`,
    ]);
  if (tries === undefined)
    throw new UsageError([`cheomseong is not installed in ${root}: ${found.manager} install`]);
  const read = await readGiven(options.files, folder);
  const severities = severitiesOf(read.groups, options.severities);
  const came = await knownOf(read, options.metrics, { folder, err });
  const plan = planOf(came.groups, came.families, came.understood, came.verdicts);
  const beside = besideOf(came.files, plan, named, options.namespace, severities);
  refuseNothing(came, plan, beside, options.files);
  const trial = trialFolder(root, named, found);
  const workshop = { folder: trial, tries, came: came.files };
  try {
    const done = await imported(
      plan,
      { naming: named, namespace: options.namespace, severities, ending: found.ending },
      beside,
      workshop,
    );
    const report = reportOf(plan, done, came, labelsOf(plan, named.name, options.namespace));
    const files = { ...done.files, 'IMPORTED.md': pageText(report, named) };
    const made = madeAllowing(
      madeOf(
        named,
        found,
        own,
        {
          ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`${home}/${path}`, text])),
          [`${found.base}test/routes/${named.name}.yml`]: done.routes,
        },
        'imported',
      ),
      found,
      { derived: report.proofs.derived, unproven: report.proofs.unproven.length },
    );
    const { [found.main]: main } = made.files;
    if (main !== undefined && made.changed.includes(found.main)) await heldToEstate(done, main, workshop);
    if (!options.isTried) write(root, made.files);
    out.write(options.json ? jsonText(report, made) : reportText(report, made, options.isTried));
    return report.isWhole ? exitCodes.well : exitCodes.faults;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    err.write(`${error.message}\nNothing was written.\n`);
    return exitCodes.cannot;
  } finally {
    trial.remove();
  }
};
