import { inSeconds } from '#ground/duration.js';
import { type Fault, below, thrownBy } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { accessFaults } from '#application/scrape/access.js';
import { httpFaults } from './http-faults.js';
import { type ProbeModule, recordTypes } from './module.js';
import { moduleShape } from './shape.js';

const probers = ['http', 'tcp', 'dns'] as const;

const proberFaults = (prober: string): readonly Fault[] => {
  const fault = (why: string, cure: string): Fault => ({
    where: 'prober',
    what: prober,
    code: 'no-such-word',
    why,
    cure,
  });
  if (probers.some((each) => each === prober)) return [];
  return prober === 'icmp'
    ? [
        fault(
          'to ask by ICMP takes the capability NET_RAW, which no namespace allows that Pod Security restricts',
          "open a connection instead: prober: 'tcp'",
        ),
      ]
    : [fault(`no probe asks by '${prober}'`, instead(prober, probers))];
};

const dnsFaults = (query: string, type: string): readonly Fault[] => [
  ...(/^[\w-]+(\.[\w-]+)*\.?$/.test(query)
    ? []
    : [
        {
          where: 'query',
          what: query,
          code: 'bad-address' as const,
          why: `'${query}' is no name to ask for`,
          cure: "write e.g. 'shop.example'",
        },
      ]),
  ...(recordTypes.some((each) => each === type)
    ? []
    : [
        {
          where: 'type',
          what: type,
          code: 'no-such-word' as const,
          why: `'${type}' is no type of a record`,
          cure: instead(type, recordTypes),
        },
      ]),
];

const timeoutFaults = ({ timeout }: ProbeModule): readonly Fault[] => {
  if (timeout === undefined) return [];
  const faults = thrownBy('timeout', () => inSeconds(timeout));
  return faults.length > 0 || inSeconds(timeout) > 0
    ? faults
    : [
        {
          where: 'timeout',
          what: timeout,
          code: 'zero-length',
          why: 'nothing answers in no time',
          cure: "write e.g. '5s'",
        },
      ];
};

/** What is wrong with a module: what blackbox_exporter would not take, what it would take otherwise, and what is secret. */
const moduleFaults = (module: ProbeModule): readonly Fault[] => {
  const prober = proberFaults(module.prober);
  if (prober.length > 0) return prober;
  const malformed = moduleShape('', module);
  if (malformed.length > 0) return malformed;
  return [
    ...timeoutFaults(module),
    ...(module.prober === 'http' ? httpFaults(module) : []),
    ...(module.prober === 'dns' ? dnsFaults(module.query, module.type ?? 'A') : []),
    ...(module.prober !== 'dns' && module.tls ? accessFaults({ scheme: 'https', tls: module.tls }) : []),
  ];
};

/** The same of all modules: that there is one, and that each has a name by which it can be asked for. */
export const modulesFaults = (modules: Readonly<Record<string, ProbeModule>>): readonly Fault[] => [
  ...(Object.keys(modules).length > 0
    ? []
    : [
        {
          where: 'modules',
          what: '',
          code: 'holds-nothing' as const,
          why: 'it has none, so it asks nothing',
          cure: "write at least one: { site: { prober: 'http' } }",
        },
      ]),
  ...Object.keys(modules)
    .filter((name) => !/^[\w.-]+$/.test(name))
    .map((name) => ({
      where: 'modules',
      what: name,
      code: 'bad-name' as const,
      why: `'${name}' is no name of a module`,
      cure: 'write letters, digits, _, - and .',
    })),
  ...Object.entries(modules).flatMap(([name, module]) => below(`modules.${name}`, moduleFaults(module))),
];
