import { labelsIn, secondsIn, unquoted } from './go-text.js';

/** An alert that fires, or that was to fire. */
export interface FiringAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}
/** A series of an instant vector. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What promtool has against a test; times in seconds from the test's start. */
export type Complaint =
  | {
      readonly about: 'alerts';
      readonly time: number;
      readonly expected: readonly FiringAlert[];
      readonly got: readonly FiringAlert[];
    }
  | {
      readonly about: 'samples';
      readonly expr: string;
      readonly time: number;
      readonly expected: readonly Sample[];
      readonly got: readonly Sample[];
    }
  | { readonly about: 'error'; readonly text: string };

const alerts = /^(?: {4}name: .*,\n)? {4}alertname: .*, time: (\S+), \n {8}exp:([^]*), \n {8}got:([^]*)$/;
const samples = /^ {4}expr: "((?:[^"\\]|\\.)*)", time: (\S+),\n {8}exp: ([^\n]*)\n {8}got: ([^\n]*)$/;

/** Reads what promtool says of a test, as every release since 2.42 writes it; what has another form is an error in its own words. */
export const complaintIn = (text: string): Complaint => {
  const [, time, expected = '', got = ''] = alerts.exec(text) ?? [];
  if (time !== undefined) {
    return { about: 'alerts', time: secondsIn(time), expected: toldIn(expected), got: toldIn(got) };
  }
  const [, expr, at = '', wanted = '', found = ''] = samples.exec(text) ?? [];
  return expr === undefined
    ? { about: 'error', text: text.trim() }
    : {
        about: 'samples',
        expr: unquoted(expr),
        time: secondsIn(at),
        expected: samplesIn(wanted),
        got: samplesIn(found),
      };
};

const toldIn = (text: string): readonly FiringAlert[] =>
  [...text.matchAll(/Labels:(\{.*\})\n\s*Annotations:(\{.*\})/g)].map(
    ([, labels = '', annotations = '']) => ({
      labels: labelsIn(labels),
      annotations: labelsIn(annotations),
    }),
  );

const samplesIn = (text: string): readonly Sample[] =>
  [...text.matchAll(/(\{(?:[^"}]|"(?:[^"\\]|\\.)*")*\}) ([^\s,]+)/g)].map(([, labels = '', value]) => ({
    labels: labelsIn(labels),
    value: Number(value),
  }));
