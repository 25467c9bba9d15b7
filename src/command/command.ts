import { checkCommand } from '#catalog/check/command.js';
import { catalogCommand } from '#catalog/command.js';
import { catalogHelp } from '#catalog/help.js';
import { besideEachOther } from '#cluster/among/clusters.js';
import { costCommand, costHelp } from '#cost/command.js';
import { explainCommand, explainHelp } from '#explain/command.js';
import { instead } from '#ground/nearest.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { importCommand } from '#incoming/command.js';
import { importHelp } from '#incoming/options.js';
import { opensloCommand, opensloHelp } from '#incoming/openslo/command.js';
import { newCommand, newHelp } from '#new/command.js';
import { previewCommand } from '#preview/command.js';
import { previewHelp } from '#preview/help.js';
import { help as proveHelp } from '#proof/command/help.js';
import { prove } from '#proof/command/prove.js';
import { rehearseCommand } from '#rehearsal/command.js';
import { rehearseHelp } from '#rehearsal/help.js';
import { reviewCommand } from '#review/command.js';
import { reviewHelp } from '#review/help.js';
import { secretsHelp } from '#secrets/help.js';
import { secretsCommand } from '#secrets/verb.js';
import { clustersOf } from '#synth/estate/home.js';
import { exporting } from './exporting.js';
import { type Given, estateOf } from './given.js';
import { helpText, synthHelp } from './help.js';
import { runningIn } from '#synth/estate/running.js';
import { told } from './told.js';

interface Verb {
  readonly help: string;
  /** Nothing of `synth`, which is checked by the compiler beside: see `synthesis`. */
  readonly run?: (args: readonly string[], surface: Surface, given: Given) => Promise<ExitCode> | ExitCode;
}

const verbs: Readonly<Record<string, Verb>> = {
  synth: { help: synthHelp },
  prove: {
    help: proveHelp,
    run: (args, surface, { main, mainFile }) => {
      const estate = estateOf(main, mainFile);
      return prove(args, surface, runningIn(estate), estate.output);
    },
  },
  preview: {
    help: previewHelp,
    run: (args, surface, { main, mainFile, pageOf, version = '', sumOfSources }) =>
      previewCommand(args, surface, {
        estate: estateOf(main, mainFile),
        pageOf,
        ...(sumOfSources && { sources: () => `${version} ${sumOfSources()}` }),
      }),
  },
  rehearse: {
    help: rehearseHelp,
    run: (args, surface, { main, mainFile, pageOf, version = '' }) =>
      rehearseCommand(args, surface, { estate: estateOf(main, mainFile), pageOf, version }),
  },
  review: {
    help: reviewHelp,
    run: (args, surface, { main, mainFile, version = '', library, program = '' }) =>
      reviewCommand(args, surface, { estate: estateOf(main, mainFile), version, library, program }),
  },
  secrets: {
    help: secretsHelp,
    run: (args, surface, { main, mainFile }) => {
      const estate = estateOf(main, mainFile);
      const clusters = besideEachOther(clustersOf(estate));
      return secretsCommand(args, surface, { clusters, docs: estate.docs });
    },
  },
  new: {
    help: newHelp,
    run: (args, surface, { version = '', mainFile = 'main.ts' }) =>
      newCommand(args, surface, { version }, mainFile),
  },
  import: {
    help: importHelp,
    run: (args, surface, { version = '', mainFile = 'main.ts', tries }) =>
      importCommand(args, surface, { version }, mainFile, tries),
  },
  catalog: {
    help: catalogHelp,
    run: ([first, ...others], surface, { main, mainFile, against }) =>
      first === 'check'
        ? checkCommand(others, surface, exporting(estateOf(main, mainFile)))
        : catalogCommand(first === undefined ? [] : [first, ...others], surface, against),
  },
  openslo: { help: opensloHelp, run: (args, surface, { against }) => opensloCommand(args, surface, against) },
  cost: {
    help: costHelp,
    run: (args, surface, { main, mainFile }) => costCommand(args, surface, estateOf(main, mainFile).places),
  },
  explain: { help: explainHelp, run: explainCommand },
};

const asksHelp = (word: string): boolean => word === '--help' || word === '-h';

/**
 * Runs every verb but `synth`.
 *
 * @param words The words after `cheomseong`.
 * @returns The exit code. What keeps it from running is told on `err`, not thrown.
 */
export const command = async (
  [verb = '', ...args]: readonly string[],
  surface: Surface,
  given: Given,
): Promise<ExitCode> => {
  const { out, err } = surface;
  if (verb === '--version' || verb === '-V') {
    out.write(`${given.version ?? ''}\n`);
    return exitCodes.well;
  }
  if (verb === '' || asksHelp(verb)) {
    (verb === '' ? err : out).write(helpText);
    return verb === '' ? exitCodes.cannot : exitCodes.well;
  }
  const found = verbs[verb];
  if (found === undefined) {
    err.write(`There is no ${verb}: ${instead(verb, Object.keys(verbs))}. See cheomseong --help.\n`);
    return exitCodes.cannot;
  }
  if (found.run === undefined || args.some(asksHelp)) {
    out.write(found.help);
    return exitCodes.well;
  }
  try {
    return await found.run(args, surface, given);
  } catch (error) {
    err.write(told(error, verb));
    return exitCodes.cannot;
  }
};
