import { createRequire } from 'node:module';
import type * as Re2 from 're2-wasm';

type Lines = readonly string[];

const { RE2 } = createRequire(import.meta.url)('re2-wasm') as typeof Re2;
const compiled = new Map<string, Re2.RE2>();

/** A pattern as Filebeat compiles it. RE2's memory is small and never freed: once for each. */
export const re2 = (pattern: string): Re2.RE2 => {
  const known = compiled.get(pattern) ?? new RE2(pattern, 'u');
  compiled.set(pattern, known);
  return known;
};

/** Events as Filebeat makes them of lines by `type: while_pattern`: libbeat/reader/multiline/while.go. */
export const byWhilePattern = (pattern: string, lines: Lines): Lines => {
  const events: string[] = [];
  let open = false;
  for (const line of lines) {
    const matches = re2(pattern).test(line);
    if (open && matches) events.push(`${events.pop()}\n${line}`);
    else events.push(line);
    open = matches;
  }
  return events;
};

export interface Rule {
  readonly state: string;
  readonly regex: string;
  readonly next_state: string;
}

/** Events as Fluent Bit makes them of lines by the rules of a multiline parser: src/multiline/flb_ml_rule.c. */
export const byRules = (rules: readonly Rule[], lines: Lines): Lines => {
  const accepts = ({ regex }: Rule, line: string): boolean =>
    new RegExp(regex.replace(/^\/(.*)\/$/, '$1')).test(line);
  const events: string[] = [];
  let buffered: string[] = [];
  let last: Rule | undefined;
  const flush = () => {
    if (buffered.length > 0) events.push(buffered.join('\n'));
    buffered = [];
  };
  for (const line of lines) {
    const next = rules.find(
      (rule) => rule.state !== 'start_state' && rule.state === last?.next_state && accepts(rule, line),
    );
    const start = rules.find((rule) => rule.state === 'start_state' && accepts(rule, line));
    if (next === undefined) flush();
    if (next === undefined && start === undefined) events.push(line);
    else buffered.push(line);
    // What matches nothing ends no state, it only sends what there is.
    last = next ?? start ?? last;
  }
  flush();
  return events;
};
