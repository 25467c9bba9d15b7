import { openSink } from '../../routing/sink.js';
import { openMailbox } from './mailbox.js';

/** What somebody was told. */
export interface Message {
  /** The secret file with the URL that was posted to, `shop-slack/url`; or whom a mail was for. */
  readonly to: string;
  readonly text: string;
}

/** Everybody whom an Alertmanager can tell, on this machine. */
export interface Receivers {
  /** What arrived, in the order in which it did. */
  readonly messages: readonly Message[];
  /** What the secret file of that name holds. */
  readonly urlOf: (file: string) => string;
  readonly smarthost: string;
  readonly close: () => Promise<void>;
}

export const openReceivers = async (secretFiles: readonly string[]): Promise<Receivers> => {
  const messages: Message[] = [];
  const mailbox = await openMailbox(({ to, text }) => messages.push({ to: to.join(', '), text }));
  const sink = await openSink();
  const collect = async (file: string): Promise<never> => {
    for (;;) messages.push({ to: file, text: JSON.stringify(await sink.next(`/${file}`)) });
  };
  for (const file of secretFiles) void collect(file);
  return {
    messages,
    urlOf: (file) => sink.url(`/${file}`),
    smarthost: mailbox.address,
    close: async () => {
      await Promise.all([sink.close(), mailbox.close()]);
    },
  };
};
