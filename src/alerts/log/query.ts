import type { Lines } from '#logql/lines.js';
import { printLines, printSignal } from '#logql/print.js';
import type { AnyLogSignal } from '#logql/signal.js';

const block = (logql: string): string => ['```logql', logql, '```'].join('\n');

/** Lines for a runbook, to be copied into Grafana's Explore. */
export const linesQuery = (lines: Lines): string => block(printLines(lines));

/** What is counted, for a runbook. */
export const signalQuery = (signal: AnyLogSignal): string => block(printSignal(signal));
