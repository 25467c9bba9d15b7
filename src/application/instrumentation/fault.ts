import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { repeated } from '#ground/repeated.js';
import { type Instrumentation, frameworks } from './instrumentation.js';

/** What code can be called in each of the three languages. */
const isName = (name: string): boolean => /^[a-z][a-zA-Z0-9]*$/.test(name);

const misnamed = (where: string, name: string, cure: string): readonly Fault[] =>
  isName(name)
    ? []
    : [{ where, what: name, code: 'no-identifier', why: `code cannot call anything '${name}'`, cure }];

const unknownFramework = ({ language, framework }: Instrumentation): readonly Fault[] => {
  const known: readonly string[] = frameworks[language];
  return framework === undefined || known.includes(framework)
    ? []
    : [
        {
          where: 'framework',
          what: framework,
          code: 'no-such-word',
          why: `'${framework}' is none of ${known.join(', ')}`,
          cure: instead(framework, known),
        },
      ];
};

/** Gauges that are told of several processes as nobody tells them, or that are none of its own. */
const strangelyMerged = ({ merged, catalogs }: Instrumentation): readonly Fault[] => {
  const gauges = catalogs
    .flatMap((each) => Object.values(each))
    .flatMap(({ info: { kind, name } }) => (kind === 'gauge' ? [name] : []));
  return Object.keys(merged)
    .filter((name) => !gauges.includes(name))
    .map((name) => ({
      where: 'merged',
      what: name,
      code: 'no-such-value',
      why: `${name} is no gauge of its catalogues`,
      cure: instead(name, gauges),
    }));
};

/** One name that two of its catalogues export: a client library refuses the second when the program starts. */
const declaredTwice = ({ catalogs }: Instrumentation): readonly Fault[] =>
  repeated(
    catalogs.flatMap((each) => Object.values(each).map(({ info }) => info.name)),
    (name) => name,
  ).map(([name]) => ({
    where: 'catalogs',
    what: name,
    code: 'name-twice',
    why: `${name} is declared twice, and a program that registers it twice does not start`,
    cure: 'declare it in one catalogue',
  }));

/** What is wrong with a module of the application's side. */
export const instrumentationFaults = (described: Instrumentation): readonly Fault[] => [
  ...misnamed('name', described.name, "write letters and digits, a small one first: 'monitoring'"),
  ...Object.keys(described.operations).flatMap((name) =>
    misnamed('operations', name, 'write letters and digits, a small one first: gptCall'),
  ),
  ...unknownFramework(described),
  ...strangelyMerged(described),
  ...declaredTwice(described),
];
