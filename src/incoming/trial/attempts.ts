import { arrow } from '#incoming/code/code.js';
import { declaration } from '#incoming/code/layout.js';
import { importsOf, moduleText } from '#incoming/code/module.js';
import type { AlertWritten } from '#incoming/application/assembled.js';

/** A file in which each alert is made by a function of its own, so that one that cannot be made keeps none of the others from it. */
export interface Attempts {
  readonly text: string;
  /** The alerts by the names of their functions. */
  readonly of: ReadonlyMap<string, AlertWritten>;
  /** The alert whose function stands at a line, counted from 1. */
  readonly at: (line: number) => AlertWritten | undefined;
}

/** Alerts to be tried. */
export const attemptsOf = (alerts: readonly AlertWritten[], ending: string): Attempts => {
  const named = alerts.map((alert, i) => [`attempt${i + 1}`, alert] as const);
  const files = { metrics: `./metrics.${ending}`, recorded: `./records.${ending}` };
  const imports = importsOf(
    alerts.map(({ code }) => code),
    files,
    [],
  );
  const head = moduleText(imports, []);
  const parts = named.map(([name, { code }]) => `\n${declaration(name, arrow('()', code))}`);
  const lines = (text: string): number => text.split('\n').length - 1;
  let next = lines(head) + 1;
  const starts = parts.map((part) => {
    const start = next;
    next += lines(part);
    return start;
  });
  return {
    text: head + parts.join(''),
    of: new Map(named),
    at: (line) => {
      const i = starts.findLastIndex((start) => start <= line);
      return named[i]?.[1];
    },
  };
};
