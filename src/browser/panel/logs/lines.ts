import { type DataFrame, FieldType } from '@grafana/data';
import { textAt } from '#browser/frame/read.js';

export type Level = 'critical' | 'error' | 'warning' | 'info' | 'debug' | 'trace' | 'unknown';

/** A line that an application wrote. */
interface LogLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  readonly level: Level;
  readonly labels: Readonly<Record<string, string>>;
}

/** Grafana's levels by the words that logs have for them. */
const levels: readonly (readonly [level: Level, words: RegExp])[] = [
  ['critical', /\b(emerg|fatal|alert|crit|critical|panic)\b/i],
  ['error', /\b(err|eror|error)\b/i],
  ['warning', /\b(warn|warning)\b/i],
  ['info', /\b(info|information|informational|notice)\b/i],
  ['debug', /\b(dbug|debug)\b/i],
  ['trace', /\btrace\b/i],
];

/** The level of a line: as its label says it, else by the first word for one in it. */
export const levelOf = (text: string, label?: string): Level =>
  levels.find(([, words]) => words.test(label ?? text))?.[0] ?? 'unknown';

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, of]) => [name, String(of)]))
    : {};

/** The lines of frames, the newest first unless it is asked for otherwise. */
export const logLines = (
  frames: readonly DataFrame[],
  order: 'Descending' | 'Ascending',
): readonly LogLine[] => {
  const lines = frames.flatMap((frame) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    const body =
      frame.fields.find(
        ({ name, type }) => type === FieldType.string && /^(line|body|message|content)$/i.test(name),
      ) ?? frame.fields.find(({ type }) => type === FieldType.string);
    const labelled = frame.fields.find(({ name }) => name === 'labels');
    if (!time || !body) return [];
    return body.values.map((value, index): LogLine => {
      const labels = { ...textsOf(body.labels), ...textsOf(labelled?.values[index]) };
      const text = String(value);
      const level = textAt(labels, 'detected_level') ?? textAt(labels, 'level') ?? textAt(labels, 'severity');
      return { at: Number(time.values[index]), text, level: levelOf(text, level), labels };
    });
  });
  const sign = order === 'Ascending' ? 1 : -1;
  return [...lines].sort((a, b) => sign * (a.at - b.at));
};
