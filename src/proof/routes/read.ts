import { parseDocument } from 'yaml';
import { type Fault, refuse } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { instead } from '#ground/nearest.js';
import { isLabelName } from '#promql/metric/spelling.js';
import type { Labels } from '#routing/alertmanager/landing.js';
import type { ExpectedAlert, RouteTest } from './test.js';

/** What was read, and what is wrong with it. */
interface Read<T> {
  readonly value: T;
  readonly faults: readonly Fault[];
}

type Fields = Readonly<Record<string, unknown>>;

const fault = (where: string, value: unknown, why: string, cure: string): Fault => ({
  where,
  what: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  code: 'bad-route-test',
  why,
  cure,
});

const fieldsOf = (where: string, value: unknown, known: readonly string[]): Read<Fields> => {
  if (!isObject(value))
    return { value: {}, faults: [fault(where, value, 'it is no map', `write ${known.join(', ')}`)] };
  return {
    value,
    faults: Object.keys(value)
      .filter((name) => !known.includes(name))
      .map((name) => fault(where, name, `there is no field ${name}`, instead(name, known))),
  };
};

const listOf = <T>(
  where: string,
  value: unknown,
  read: (at: string, each: unknown) => Read<T>,
): Read<readonly T[]> => {
  if (!Array.isArray(value) || value.length === 0)
    return { value: [], faults: [fault(where, value, 'it is no list of anything', 'begin each with -')] };
  const all = value.map((each: unknown, i) => read(`${where}[${i}]`, each));
  return { value: all.map((each) => each.value), faults: all.flatMap(({ faults }) => faults) };
};

const textOf = (where: string, value: unknown): Read<string> =>
  typeof value === 'string' && value !== ''
    ? { value, faults: [] }
    : { value: '', faults: [fault(where, value, 'it is no text', 'write one')] };

const labelsOf = (where: string, value: unknown): Read<Labels> => {
  if (!isObject(value) || Object.keys(value).length === 0)
    return {
      value: {},
      faults: [fault(where, value, 'an alert has labels', 'write at least its alertname')],
    };
  const entries = Object.entries(value);
  return {
    value: Object.fromEntries(entries.map(([label, text]) => [label, typeof text === 'string' ? text : ''])),
    faults: entries.flatMap(([label, text]) => [
      ...(isLabelName(label)
        ? []
        : [fault(where, label, `'${label}' is not a label name`, 'use letters, digits and _')]),
      ...(typeof text === 'string' ? [] : [fault(`${where}.${label}`, text, 'it is no text', 'write one')]),
    ]),
  };
};

const receiversOf = (where: string, value: unknown): Read<readonly string[]> =>
  Array.isArray(value) && value.length === 0 ? { value: [], faults: [] } : listOf(where, value, textOf);

const expectation = (
  where: string,
  { expected_receivers: receivers, expected_inhibited: inhibited }: Fields,
) => {
  const both = fault(
    where,
    '',
    'it expects receivers and to be inhibited',
    'leave one of expected_receivers and expected_inhibited out',
  );
  const isInhibited = inhibited === 'true';
  const said = inhibited === undefined || isInhibited || inhibited === 'false';
  if (!said)
    return {
      faults: [fault(`${where}.expected_inhibited`, inhibited, 'it is neither true nor false', 'write true')],
    };
  if (isInhibited) return { inhibited: true, faults: receivers === undefined ? [] : [both] } as const;
  if (receivers !== undefined) return receiversOf(`${where}.expected_receivers`, receivers);
  const none = 'write expected_receivers, [] where nobody must be told, or expected_inhibited: true';
  return { faults: [fault(where, '', 'it expects nothing', none)] };
};

const alertOf = (where: string, value: unknown): Read<ExpectedAlert> => {
  const fields = fieldsOf(where, value, ['labels', 'expected_receivers', 'expected_inhibited']);
  if (!isObject(value)) return { value: { labels: {}, receivers: [] }, faults: fields.faults };
  const labels = labelsOf(`${where}.labels`, fields.value['labels']);
  const expected = expectation(where, fields.value);
  return {
    value: {
      labels: labels.value,
      ...('inhibited' in expected
        ? { inhibited: true }
        : { receivers: 'value' in expected ? expected.value : [] }),
    },
    faults: [...fields.faults, ...labels.faults, ...expected.faults],
  };
};

const testOf = (where: string, value: unknown): Read<RouteTest> => {
  const fields = fieldsOf(where, value, ['name', 'alerts']);
  if (!isObject(value)) return { value: { name: '', alerts: [] }, faults: fields.faults };
  const name = textOf(`${where}.name`, fields.value['name']);
  const alerts = listOf(`${where}.alerts`, fields.value['alerts'], alertOf);
  return {
    value: { name: name.value, alerts: alerts.value },
    faults: [...fields.faults, ...name.faults, ...alerts.faults],
  };
};

/**
 * Reads tests of routes: `tests: - name, alerts: [{ labels, expected_receivers, expected_inhibited }]`.
 *
 * @param file the name by which faults are told.
 * @throws Error that tells everything that is wrong with the file at once.
 */
export const readRouteTests = (text: string, file: string): readonly RouteTest[] => {
  // Every scalar is a text, as it is for Alertmanager: null is the name of a receiver.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: true });
  refuse(
    file,
    document.errors.map(({ message }) => ({
      where: '',
      what: '',
      code: 'bad-route-test',
      why: message.trimEnd(),
      cure: '',
    })),
  );
  const root = fieldsOf('', document.toJS(), ['tests']);
  const tests = root.faults.length > 0 ? undefined : listOf('tests', root.value['tests'], testOf);
  refuse(file, [...root.faults, ...(tests?.faults ?? [])]);
  return tests?.value ?? [];
};
