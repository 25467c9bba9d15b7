import type { Message } from '#browser/wire/message.js';
import { mailed, posted } from './arrived.js';
import { openMailbox } from './mailbox.js';
import { type Elsewhere } from './redirect.js';
import { openSink } from './sink.js';
import { type Teller } from './teller.js';

/** A message, and by which of the ways in alertmanager.yml it came. */
export interface Arrived extends Message {
  readonly teller: string;
}

/** Everybody whom an Alertmanager can tell, on this machine. */
export interface Receivers {
  /** What arrived, in the order in which it did. */
  readonly messages: readonly Arrived[];
  readonly elsewhere: Omit<Elsewhere, 'alertmanager'>;
  readonly close: () => Promise<void>;
}

export interface Told {
  /** Everybody who is known by the routing. */
  readonly tellers: readonly Teller[];
  /** The ways that stand in alertmanager.yml, of which the routing may not know all. */
  readonly ids: readonly string[];
  /** Names of all alerts. */
  readonly alerts: readonly string[];
  readonly arrived: (message: Arrived) => void;
}

const unknown = (id: string): Teller => {
  const [receiver = '', list = ''] = id.split(' ');
  const medium = list === 'slack_configs' ? 'slack' : 'webhook';
  return { id, receiver, medium, to: `${receiver}, of whom no routing knows`, sendResolved: true };
};

export const openReceivers = async ({ tellers, ids, alerts, arrived }: Told): Promise<Receivers> => {
  const all = ids.map((id) => tellers.find((each) => each.id === id) ?? unknown(id));
  const messages: Arrived[] = [];
  const aliases = new Map<string, readonly string[]>();
  const take = (teller: Teller, told: Pick<Message, 'isResolved' | 'alerts' | 'body'>): void => {
    const { receiver, medium, to, id } = teller;
    const message = {
      id: String(messages.length + 1),
      at: Date.now(),
      receiver,
      medium,
      to,
      ...told,
      teller: id,
    };
    messages.push(message);
    arrived(message);
  };
  const numberOf = (id: string): number => all.findIndex((each) => each.id === id);
  const mailbox = await openMailbox((mail) => {
    const teller = all[Number(/\d+/.exec(mail.hello)?.[0])];
    if (teller) take(teller, mailed(mail));
  });
  const sink = await openSink(
    (number) => all[number]?.medium ?? 'webhook',
    (post) => {
      const teller = all[Number.parseInt(post.path, 10)];
      const told = teller && posted(teller.medium, post, alerts);
      if (!teller || !told) return;
      if (teller.medium !== 'opsgenie') {
        take(teller, told);
        return;
      }
      // An alert of Opsgenie is closed by its alias alone.
      const [, closed] = /\/v2\/alerts\/([^/]+)\/close/.exec(post.path) ?? [];
      const alias = /"alias":"([^"]+)"/.exec(post.text)?.[1];
      if (alias !== undefined) aliases.set(alias, told.alerts);
      take(teller, closed === undefined ? told : { ...told, alerts: aliases.get(closed) ?? told.alerts });
    },
  );
  return {
    messages,
    elsewhere: {
      urlOf: (id) => sink.url(numberOf(id)),
      helloOf: (id) => `teller-${numberOf(id)}.localhost`,
      smarthost: mailbox.address,
    },
    close: async () => {
      await Promise.all([sink.close(), mailbox.close()]);
    },
  };
};
