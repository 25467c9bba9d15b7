import { existsSync, readFileSync } from 'node:fs';
import { isTrueAt, listAt, numberAt, textAt } from '#ground/json.js';
import { tellerId } from '#rehearsal/stage/teller.js';
import { type Telling, missingIn } from './expected.js';

const read = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // The last line may be half written.
    return undefined;
  }
};

/**
 * Who was told of an alert by what Alertmanager's event recorder wrote down since a moment, in milliseconds since 1970: one line of JSON for
 * each event, https://github.com/prometheus/alertmanager/tree/v0.33.0/eventrecorder.
 */
export const recordedIn = (text: string, alert: string, since: number): readonly Telling[] =>
  text
    .split('\n')
    .map(read)
    .filter((event) => Date.parse(textAt(event, '@timestamp') ?? '') >= since)
    .flatMap((event) => {
      const field = ['data', 'notification'] as const;
      const receiver = textAt(event, ...field, 'groupInfo', 'receiverName') ?? '';
      const list = `${textAt(event, ...field, 'integration', 'name') ?? ''}_configs`;
      // What is 0 is left out.
      const number = numberAt(event, ...field, 'integration', 'index') ?? 0;
      return listAt(event, ...field, 'alerts')
        .filter((each) => textAt(each, 'details', 'name') === alert)
        .map((each) => ({
          ...{ teller: tellerId(receiver, list, number), receiver, alert },
          to: `${receiver}, ${list} ${number}`,
          isResolved: isTrueAt(each, 'details', 'resolved'),
        }));
    });

const telling = ({ to, isResolved }: Telling): string =>
  `${to} ${isResolved ? 'that it is resolved' : 'that it fires'}`;

/** What Alertmanager wrote down of an alert, held against the simulation; nothing where it writes nothing. */
export const recordFaults = (
  file: string | undefined,
  alert: string,
  since: number,
  simulated: readonly Telling[],
): readonly string[] | undefined => {
  if (file === undefined || !existsSync(file)) return undefined;
  const recorded = recordedIn(readFileSync(file, 'utf8'), alert, since);
  return [
    ...missingIn(simulated, recorded).map(
      (each) =>
        `Alertmanager wrote down nothing of telling ${telling(each)}, and this project's simulation does`,
    ),
    ...missingIn(recorded, simulated).map(
      (each) =>
        `Alertmanager wrote down that it told ${telling(each)}, and this project's simulation does not`,
    ),
  ];
};
