import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { type Operation, takenByOperation } from '#application/instrumentation/operation.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { closedLoops, isClosed } from './closed.js';
import { goFile } from './file.js';
import { indented } from './indented.js';
import { child, quoted } from './metric.js';
import { type MetricName, exported, packageName, parameter } from './names.js';

type NameOf = (metric: AnyMetric) => MetricName;

/** Labels as parameters, those of how it ended aside. */
const parameters = (labels: readonly string[]): string =>
  labels.length === 0 ? '' : `${labels.map(parameter).join(', ')} string`;

/** What stands for each label of an operation. */
const valuesOf =
  ({ outcome }: Operation) =>
  (label: string): string =>
    label === outcome?.label ? 'outcome' : parameter(label);

const ended = (operation: Operation, nameOf: NameOf): readonly string[] => {
  const { done, duration, slow, slowOver = 0 } = operation;
  const of = (metric: AnyMetric): string => child(nameOf(metric).own, metric, valuesOf(operation));
  return [
    ...(done ? [`increase(ctx, ${of(done)})`] : []),
    ...(duration ? [`observe(ctx, ${of(duration)}, seconds)`] : []),
    ...(slow ? [`if seconds > ${slowOver} {`, `\tincrease(ctx, ${of(slow)})`, '}'] : []),
  ];
};

const counting = (name: string, operation: Operation, nameOf: NameOf): string => {
  const { outcome, duration, slow, labels } = operation;
  const own = parameters(labels);
  const example = ['ctx', ...labels.map((label) => quoted(label))].join(', ');
  return [
    `// ${exported(name)} counts one when what it returns is called: defer ${exported(name)}(${example})(&err), with the error that is returned. An`,
    '// error and a panic are failures.',
    `func ${exported(name)}(ctx context.Context${own && `, ${own}`}) func(*error) {`,
    ...(duration || slow ? ['\tstart := time.Now()'] : []),
    '\tended := false',
    '\treturn func(err *error) {',
    indented(
      indented(
        [
          'cause := recover()',
          'if ended {',
          '\treturn',
          '}',
          'ended = true',
          ...(duration || slow ? ['seconds := time.Since(start).Seconds()'] : []),
          ...(outcome
            ? [
                `outcome := ${quoted(outcome.success)}`,
                'if cause != nil || err != nil && *err != nil {',
                `\toutcome = ${quoted(outcome.failure)}`,
                '}',
              ]
            : []),
          ...ended(operation, nameOf),
          'if cause != nil {',
          '\tpanic(cause)',
          '}',
        ].join('\n'),
      ),
    ),
    '\t}',
    '}',
  ].join('\n');
};

/** Its series at 0, by both ends. */
const atZero = (operation: Operation, nameOf: NameOf): string => {
  const { outcome } = operation;
  const series = takenByOperation(operation).map(({ metric }) => ({
    isEnded: outcome !== undefined && metric.info.ownLabels.includes(outcome.label),
    statement: child(nameOf(metric).own, metric, valuesOf(operation)),
    isVec: metric.info.ownLabels.length > 0,
  }));
  const both = series.filter(({ isEnded }) => isEnded).map(({ statement }) => statement);
  return [
    ...(outcome && both.length > 0
      ? [
          `for _, outcome := range []string{${quoted(outcome.success)}, ${quoted(outcome.failure)}} {`,
          indented(both.join('\n')),
          '}',
        ]
      : []),
    ...series.filter(({ isEnded, isVec }) => !isEnded && isVec).map(({ statement }) => statement),
  ].join('\n');
};

const metricsOf = (operation: Operation): readonly AnyMetric[] =>
  takenByOperation(operation).map(({ metric }) => metric);

/** Whether the application says which of them there will be: nobody else knows all values of its labels. */
export const isDeclared = (operation: Operation): boolean => !isClosed(operation.labels, metricsOf(operation));

/** By which it says so: `DeclareQuery` of `query`. */
export const declareName = (name: string): string => `Declare${exported(name)}`;

/** What makes them: when the program starts where all values of labels are known, else when somebody tells them. */
const declaring = (name: string, operation: Operation, nameOf: NameOf): string => {
  const { labels } = operation;
  const metrics = metricsOf(operation);
  const zeros = atZero(operation, nameOf);
  if (zeros === '') return '';
  if (!isDeclared(operation))
    return `func init() {\n${indented(closedLoops(labels, metrics, zeros).join('\n'))}\n}`;
  const declare = declareName(name);
  return [
    `// ${declare} makes the series of one that will be counted at 0, however it ends, so that its first failure is an increase.`,
    `func ${declare}(${parameters(labels)}) {`,
    indented(zeros),
    '}',
  ].join('\n');
};

/** `operations.go`: what the application does and waits for. */
export const operationsFile = (
  { name, operations }: Pick<Instrumentation, 'name' | 'operations'>,
  nameOf: NameOf,
): string =>
  goFile({
    package: packageName(name),
    standard: [
      'context',
      ...(Object.values(operations).some(({ duration, slow }) => duration ?? slow) ? ['time'] : []),
    ],
    body: Object.entries(operations)
      .flatMap(([each, operation]) => [counting(each, operation, nameOf), declaring(each, operation, nameOf)])
      .filter(Boolean)
      .join('\n\n'),
  });
