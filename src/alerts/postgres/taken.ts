import { selectors } from '#promql/expr/ast.js';
import { humanize } from '#promql/unit/humanize.js';
import { ratio } from '#promql/unit/limit.js';
import type { Facts } from '#alerts/rule/facts.js';
import { type Behaviour, holds } from '#alerts/scenario/behaviour.js';
import { boundaryOf } from '#alerts/scenario/boundary.js';
import { becoming } from '#alerts/scenario/course.js';
import { oneOf, withLabels } from '#alerts/scenario/labels.js';
import { lookalikes } from '#alerts/scenario/lookalikes.js';
import { inParts } from '#alerts/scenario/parts.js';
import type { Proof } from '#alerts/scenario/proof.js';
import { scrapedTwice } from '#alerts/scenario/scraped-twice.js';
import { type ConnectionMetrics, connectionRatio } from './connections.js';

/** Connections that clients can have in these proofs. */
const most = 1000;

/** What proves that a server is told of of whose connections too large a share is taken. */
export const taken = (metrics: ConnectionMetrics, { limit }: Facts<'ratio'>): Proof<'instance'> => {
  const { connections, maxConnections, superuserReservedConnections, reservedConnections } = metrics;
  const server = oneOf(connections, ['instance']);
  // Most of them idle: whoever counts only the active ones does not see it.
  const inUse = (value: number, labels = server): readonly Behaviour[] =>
    [
      { state: 'active', share: 0.2 },
      { state: 'idle', share: 0.8 },
    ].map(({ state, share }) => withLabels({ state })(holds(connections, labels, share * value * most)));
  const accepts = (kept: number, labels = server): Behaviour => holds(maxConnections, labels, most + kept);
  const superusers = holds(superuserReservedConnections, server, 20);
  const roles = holds(reservedConnections, server, 30);
  const { over, under } = boundaryOf(limit, '>');
  const signal = connectionRatio(metrics).expr;
  /** In parts, beside another target that tells of fewer, amid others where as much is in use. */
  const amid = (own: readonly Behaviour[], theirs: number): readonly Behaviour[] => [
    ...inParts(own, [signal]),
    ...inUse(under / 10).map(withLabels({ job: 'another' })),
    ...lookalikes([...inUse(theirs), accepts(50), superusers, roles], selectors(signal)),
  ];
  const told = { labels: server, value: humanize(ratio(over)) };
  const older = 'of PostgreSQL before 16, which keeps some for superusers alone';
  return {
    reading: {
      at: (value, labels) => [...inUse(value, labels), accepts(0, labels)],
      well: 0,
      when: (value) => `${value} are in use, most of them idle`,
      labels: server,
    },
    fires: [
      {
        when: `${humanize(ratio(over))} are in use of those that are not kept for superusers or for roles`,
        series: amid([...becoming(inUse(0), inUse(over)), accepts(50), superusers, roles], 0),
        ...told,
      },
      {
        when: `the same ${older}`,
        series: amid([...becoming(inUse(0), inUse(over)), accepts(20), superusers], 0),
        ...told,
      },
    ],
    quiet: [
      {
        when: `${humanize(ratio(under))} are in use of those that are not kept for superusers or for roles`,
        series: amid([...inUse(under), accepts(50), superusers, roles], 1),
      },
      { when: `the same ${older}`, series: amid([...inUse(under), accepts(20), superusers], 1) },
      { when: 'nobody tells how many there can be', series: [...inUse(1), superusers, roles] },
      ...(['service', 'job'] as const).map((label) => ({
        when: `the exporter is scraped twice, by another ${label}`,
        series: scrapedTwice(label, [...inUse(under), accepts(0)]),
      })),
    ],
  };
};
