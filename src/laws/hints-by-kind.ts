import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';

/** How many names are told; of the others how many they are. */
const most = 3;

const named = (alerts: readonly string[]): string =>
  [...alerts.slice(0, most), ...(alerts.length > most ? [`${alerts.length - most} more`] : [])].join(', ');

/** Hints of one kind about alerts of one application: what is told of the first, and how many alerts they are. */
const together = (all: readonly Fault[]): readonly Fault[] => {
  const [first] = all;
  const alerts = [...new Set(all.flatMap(({ imported = [] }) => imported))];
  if (first === undefined || alerts.length < 2) return all;
  const why = `${alerts.length} imported alerts, ${named(alerts)}: of the first, ${first.why}`;
  return [{ ...first, where: first.where.split('/').slice(0, 2).join('/'), why }];
};

/** Hints as people read them: of alerts that were written elsewhere each kind once an application. Programs are told each. */
export const hintsByKind = (hints: readonly Fault[]): readonly Fault[] =>
  [
    ...byKey([...hints.entries()], ([i, { where, code, imported }]) =>
      imported === undefined ? String(i) : `${where.split('/')[0]} ${code}`,
    ).values(),
  ].flatMap((all) => together(all.map(([, hint]) => hint)));
