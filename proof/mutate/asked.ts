import { parseArgs } from 'node:util';
import type { Subject } from './subject.js';
import type { Thresholds } from './text.js';

/** What somebody asks of the command. */
export interface Asked {
  readonly subjects: readonly Subject[];
  readonly thresholds: Thresholds;
  readonly format: 'text' | 'json';
  /** The folder of the report; nothing where none is asked for. */
  readonly report?: string;
  readonly fresh: boolean;
  /** Tries equivalents too, and shows them with the reason. */
  readonly equivalents: boolean;
}

const options = {
  application: { type: 'string' },
  report: { type: 'string' },
  format: { type: 'string', default: 'text' },
  fresh: { type: 'boolean', default: false },
  equivalents: { type: 'boolean', default: false },
  'estate-at-least': { type: 'string', default: '90' },
  'alert-at-least': { type: 'string', default: '75' },
} as const;

/**
 * What the arguments ask for: alerts by name, or all of them.
 *
 * @throws Error with every argument that says nothing: an alert or an application that does not exist, a percentage that is none.
 */
export const asked = (args: readonly string[], estate: readonly Subject[]): Asked => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { application, report, format, fresh, equivalents } = values;
  const applications = [...new Set(estate.map(({ context }) => context.application))];
  const inApplication = estate.filter(
    ({ context }) => application === undefined || context.application === application,
  );
  const names = inApplication.map(({ alert }) => alert.name);
  const [all, each] = [values['estate-at-least'], values['alert-at-least']];
  const faults = [
    ...(application === undefined || applications.includes(application)
      ? positionals
          .filter((name) => !names.includes(name))
          .map((name) => `there is no alert '${name}'; it is one of ${[...new Set(names)].sort().join(', ')}`)
      : [`--application '${application}' does not exist; it is one of ${applications.join(', ')}`]),
    ...(format === 'text' || format === 'json' ? [] : [`--format '${format}': write text or json`]),
    ...[all, each]
      .filter((text) => !isPercentage(text))
      .map((text) => `'${text}' is no percentage: write a number from 0 to 100`),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return {
    subjects: inApplication.filter(
      ({ alert }) => positionals.length === 0 || positionals.includes(alert.name),
    ),
    thresholds: { estate: Number(all) / 100, alert: Number(each) / 100 },
    format: format === 'json' ? 'json' : 'text',
    ...(report !== undefined && { report }),
    fresh,
    equivalents,
  };
};

const isPercentage = (text: string): boolean => /^\d+(\.\d+)?$/.test(text) && Number(text) <= 100;
