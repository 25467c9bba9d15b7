import { secretsOf } from '#routing/receiver/secrets-of.js';
import type { Integration } from '#routing/receiver/receiver.js';
import type { Routing } from '#routing/routing.js';
import type { Secret } from '#ground/secret.js';

/** A part of an application's routing that is an AlertmanagerConfig of its own. */
export interface RoutingPart {
  readonly name: string;
  readonly routing: Routing;
}

/** The integrations of a part need the same Secrets; none, where they need none. */
type Need = readonly Secret[];

const needOf = (integration: Integration): Need => secretsOf(integration);
const keyOf = (need: Need): string => need.map(({ name, key }) => `${name}/${key}`).join(' ');

/** What each part needs: first what the first of those needs who are told of whatever nobody else is. */
const needsOf = ({ receivers, route }: Routing): readonly Need[] => {
  const all = [...(receivers[route.receiver] ?? []), ...Object.values(receivers).flat()].map(needOf);
  return [...new Map(all.map((need) => [keyOf(need), need])).values()];
};

const written = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** What a further part is called by: its Secret, and the key too where another part reads another of that Secret. */
const suffix = (application: string, [secret, ...more]: Need, needs: readonly Need[]): string => {
  if (secret === undefined) return 'without-secret';
  const { name, key } = secret;
  const alone =
    more.length === 0 && needs.filter((need) => need.some((each) => each.name === name)).length === 1;
  const short = name.startsWith(`${application}-`) ? name.slice(application.length + 1) : name;
  return alone
    ? short
    : [short, key, ...more.flatMap((each) => [each.name, each.key])].map(written).join('-');
};

/** The same routes, with the integrations that need these Secrets alone. What is left of a receiver may be nothing. */
const only = (routing: Routing, need: Need): Routing => ({
  ...routing,
  receivers: Object.fromEntries(
    Object.entries(routing.receivers).map(([name, integrations]) => [
      name,
      integrations.filter((each) => keyOf(needOf(each)) === keyOf(need)),
    ]),
  ),
});

/**
 * An application's routing by the Secrets that it needs, each an AlertmanagerConfig of its own: the operator takes an object whole or
 * not at all, and one Secret that is missing, or one key of it, would silence everybody. It joins objects as sibling routes that all
 * go on to the next, so that each sees every alert of its namespace, and tells of it whom its own part would have told. Routes,
 * intervals and inhibitions are in each, so that none depends on another; an inhibition that stands twice silences no more than once.
 *
 * The first is called like the application, `shop`, and each further one by its Secret, `shop-pagerduty`.
 */
export const routingParts = (application: string, routing: Routing): readonly RoutingPart[] => {
  const needs = needsOf(routing);
  return needs.length < 2
    ? [{ name: application, routing }]
    : needs.map((need, i) => ({
        name: i === 0 ? application : `${application}-${suffix(application, need, needs)}`,
        routing: only(routing, need),
      }));
};
