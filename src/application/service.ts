import { type Fault, refuse } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { grammarFaults, labelFaults, namespaceName, portName, serviceName } from '#ground/grammar.js';
import { type Shape, aNumber, byName, exactly, fields, listOf, text } from '#ground/shape.js';
import { isPort, portFaults } from '#ground/port.js';
type Labels<L extends string = string> = Readonly<Record<L, string>>;

/** A port of a Service: the number that clients call, and that of the pods behind it. */
export interface ServicePort {
  readonly port: number;
  readonly targetPort: number;
}

/** A Kubernetes Service as far as scraping needs to know it: one that exists, or that the application renders. */
export interface Service<P extends string = string, L extends string = string> {
  readonly name: string;
  readonly namespaces: readonly [string, ...string[]];
  readonly labels: Labels<L>;
  /** Its ports, all of them TCP, by their names. */
  readonly ports: Readonly<Record<P, ServicePort>>;
  /** Labels of the pods behind it, if the application that declares it also renders it: others exist without us. */
  readonly selector?: Labels;
  /** Of one that is rendered, to whom its name leads: to the address of each pod, or to a pod of the node that asks. One address for all unless told. */
  readonly reaching?: (typeof reachings)[number];
}

export const reachings = ['each-pod', 'same-node'] as const;

/** A Service that the application renders. */
export interface RenderedService<P extends string = string> extends Service<P> {
  readonly selector: Labels;
}
export const isRendered = (service: Service): service is RenderedService => service.selector !== undefined;

/** What is declared of a Service. */
export interface ServiceSpec<P extends string, L extends string> {
  readonly namespaces: readonly [string, ...string[]];
  readonly labels: Labels<L>;
  /** A number alone is that of the pods too. */
  readonly ports: Readonly<Record<P, number | ServicePort>>;
  /** Labels of the pods behind it: then the Service is rendered. */
  readonly selector?: Labels;
}

const aPort: Shape = (where, value) =>
  isObject(value) ? exactly({ port: aNumber, targetPort: aNumber })(where, value) : aNumber(where, value);
/** Whatever is in no namespace is nowhere. */
export const nowhere = (namespaces: readonly string[]): readonly Fault[] =>
  namespaces.length > 0
    ? []
    : [
        {
          where: 'namespaces',
          what: '[]',
          code: 'holds-nothing',
          why: 'it is in no namespace',
          cure: 'name one',
        },
      ];
const serviceShape = fields(
  { namespaces: listOf(text), labels: byName(text), ports: byName(aPort) },
  { selector: byName(text) },
);

/** What is wrong with a Service, whether it was declared or changed since. */
export const serviceFaults = ({
  name,
  namespaces,
  labels,
  ports: named,
  selector,
}: Service): readonly Fault[] => {
  const ports = Object.entries(named);
  return [
    ...nowhere(namespaces),
    ...grammarFaults('name', serviceName, [name]),
    ...grammarFaults('namespaces', namespaceName, namespaces),
    ...labelFaults('labels', labels),
    ...labelFaults('selector', selector ?? {}),
    ...grammarFaults('ports', portName, Object.keys(named)),
    ...ports.flatMap(([called, { port, targetPort }]) =>
      port === targetPort
        ? portFaults(`ports.${called}`, port)
        : [
            ...portFaults(`ports.${called}.port`, port),
            ...portFaults(`ports.${called}.targetPort`, targetPort),
          ],
    ),
    ...ports.flatMap(([again, { port, targetPort }], i) =>
      ports
        .slice(0, i)
        .filter(([, earlier]) => isPort(port) && earlier.port === port)
        .map(([first]) => ({
          where: 'ports',
          what: `${port}`,
          code: 'port-taken' as const,
          why: `${first} and ${again} are both port ${port}, and Kubernetes refuses two ports of one number`,
          cure: `write one of them as { port: ${Math.min(port + 1, 65_534)}, targetPort: ${targetPort} }, or only one`,
        })),
    ),
    ...(selector && namespaces.length > 1
      ? [
          {
            where: 'namespaces',
            what: namespaces.join(', '),
            code: 'one-namespace-each' as const,
            why: 'it is rendered, so it stands in one namespace',
            cure: `declare one Service for each of ${namespaces.join(', ')}`,
          },
        ]
      : []),
  ];
};

/**
 * Declares a Service; a scrape of it can only name ports that it has.
 *
 * @throws Error on what Kubernetes does not take for a name, a namespace, a label or a port, on two ports of one number, and on one that
 * is to be rendered in several namespaces. A Service that exists has none of these, so a scrape of it would find nothing.
 */
export const service = <const P extends string, const L extends string>(
  name: string,
  { namespaces, labels, ports: given, selector }: ServiceSpec<P, L>,
): Service<P, L> => {
  refuse(`Service ${name}`, serviceShape('', { namespaces, labels, ports: given, selector }));
  const ports = Object.entries<number | ServicePort>(given).map(
    ([port, number]): readonly [string, ServicePort] => [
      port,
      typeof number === 'number' ? { port: number, targetPort: number } : number,
    ],
  );
  // Object.fromEntries forgets which keys it was given.
  const named = Object.fromEntries(ports) as Readonly<Record<P, ServicePort>>;
  const made = { name, namespaces, labels, ports: named, ...(selector && { selector }) };
  refuse(`Service ${name}`, serviceFaults(made));
  return made;
};
