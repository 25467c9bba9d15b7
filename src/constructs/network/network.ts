import { Construct } from 'constructs';
import type { Application } from '#application/application.js';
import { type Isolated, isolatedOf } from '#application/network/isolated.js';
import type { Network as Asked } from '#application/network/network.js';
import type { Scraper } from '#application/network/scraper.js';
import { type Way, reachedWays, waysOf } from '#application/network/way.js';
import { byKey } from '#ground/by-key.js';
import { isWithin } from '#application/network/within.js';
import { NetworkPolicy } from '#imports/network-policy.js';
import { some } from '#constructs/some.js';
import { egressOf, ingressOf, namesOf, selectorOf } from './rule.js';

/** Whether any of them begins with a question for an address. */
const asksForNames = (ways: readonly Way[]): boolean => ways.some(({ to }) => to.of !== 'block');

/**
 * The policies of an application: exporters and agents are reached by who scrapes them, and reach what they watch and where they send to; in
 * namespaces that deny by default what is scraped and watched there is let in.
 */
export class Network extends Construct {
  constructor(scope: Construct, id: string, application: Application, network: Asked, scraper: Scraper) {
    super(scope, id);
    const ways = waysOf(application, scraper);
    const isolated = isolatedOf(application);
    isolated.forEach((each) => this.isolate(application, each, ways, network));
    const others = ways.filter(
      ({ to }) =>
        to.of === 'pods' &&
        network.denying.includes(to.namespace) &&
        !isolated.some((each) => isWithin(each, to)),
    );
    byKey(others, (way) => JSON.stringify([way.name, way.to])).forEach((same) => this.letIn(same, isolated));
  }

  /** Nothing reaches these pods but what asks them, and they reach nothing but what they must. */
  private isolate(application: Application, each: Isolated, ways: readonly Way[], { dns }: Asked): void {
    const { name, namespace, labels, reaches } = each;
    const incoming = ways.filter(({ to }) => to.of === 'pods' && isWithin(each, to));
    const outgoing = reachedWays(application, each);
    const egress = [...(asksForNames(outgoing) ? [namesOf(dns)] : []), ...egressOf(outgoing, namespace)];
    new NetworkPolicy(this, name, {
      metadata: { name, namespace, labels },
      spec: {
        podSelector: selectorOf({ labels }),
        policyTypes: reaches ? ['Ingress', 'Egress'] : ['Ingress'],
        ...some('ingress', ingressOf(incoming, namespace)),
        ...(reaches && some('egress', egress)),
      },
    });
  }

  /** Pods of others, in a namespace where nothing else lets these ways in. */
  private letIn(ways: readonly Way[], isolated: readonly Isolated[]): void {
    const [first] = ways;
    if (first?.to.of !== 'pods') return;
    const { namespace, labels } = first.to;
    const name = `${first.name}-let-in`;
    const own = isolated.filter((each) => each.namespace === namespace).map((each) => each.name);
    new NetworkPolicy(this, `${namespace}-${name}`, {
      metadata: { name, namespace },
      spec: {
        podSelector: selectorOf({ labels }, own),
        policyTypes: ['Ingress'],
        ingress: ingressOf(ways, namespace),
      },
    });
  }
}
