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

/** What prometheus_client exports under another name than it was told. */
const renamed = ({ language, catalogs, exportedBy }: Instrumentation): readonly Fault[] =>
  language !== 'python' || exportedBy !== undefined
    ? []
    : catalogs
        .flatMap((each) => Object.values(each))
        .filter(({ info: { kind, name } }) => kind === 'counter' && !name.endsWith('_total'))
        .map(({ info: { name } }) => ({
          where: 'catalogs',
          what: name,
          code: 'bad-metric-name',
          why: `prometheus_client exports ${name} as ${name}_total, as it does with all counters`,
          cure: `declare ${name}_total`,
        }));

/** Roles of a module whose metrics another library counts already. */
const countedTwice = ({ exportedBy, ...described }: Instrumentation): readonly Fault[] =>
  exportedBy === undefined
    ? []
    : (['server', 'tasks'] as const)
        .filter((role) => described[role] !== undefined)
        .map((role) => ({
          where: role,
          what: role,
          code: 'written-twice',
          why: `${exportedBy} exports its catalogues, and what both count is refused when the program starts`,
          cure: `leave out ${role}, or exportedBy`,
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
  ...renamed(described),
  ...countedTwice(described),
];
