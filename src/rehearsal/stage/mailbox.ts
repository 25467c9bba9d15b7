import { once } from 'node:events';
import { type Socket, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { portOf } from './listening.js';

/** A mail as it was handed over. */
export interface Mail {
  /** By which name it was greeted. */
  readonly hello: string;
  readonly to: readonly string[];
  /**
   * Headers and parts as they were sent, with quoted-printable read: in parts, https://www.rfc-editor.org/rfc/rfc2045#section-6.7, and in
   * words of headers that say so, https://www.rfc-editor.org/rfc/rfc2047#section-4.2.
   */
  readonly text: string;
}

/** Takes mail by SMTP, without TLS and whatever the password, in the place of a mail server. */
interface Mailbox {
  /** `host:port`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

export const openMailbox = async (take: (mail: Mail) => void): Promise<Mailbox> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // Whoever hangs up in the middle has no more to say.
    socket.on('error', () => undefined);
    // What cannot be taken is not answered as if it were.
    converse(socket, take).catch(() => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${portOf(server)}`,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
};

const replies = new Map([
  ['EHLO', '250-localhost\r\n250 AUTH PLAIN'],
  ['AUTH', '235 welcome'],
  ['DATA', '354 go on'],
  ['QUIT', '221 bye'],
]);

const converse = async (socket: Socket, take: (mail: Mail) => void): Promise<void> => {
  const say = (reply: string) => socket.write(`${reply}\r\n`);
  say('220 localhost');
  let hello = '';
  let to: string[] = [];
  let body: string[] | undefined;
  for await (const line of createInterface(socket)) {
    if (body === undefined) {
      const command = line.slice(0, 4).toUpperCase();
      const [, recipient] = /^RCPT TO:<(.*?)>/i.exec(line) ?? [];
      if (recipient !== undefined) to.push(recipient);
      if (command === 'EHLO') hello = line.slice(5);
      if (command === 'DATA') body = [];
      say(replies.get(command) ?? '250 ok');
    } else if (line === '.') {
      take({ hello, to, text: readable(body) });
      [to, body] = [[], undefined];
      say('250 taken');
    } else {
      // A line that begins with a dot was sent with one more, https://www.rfc-editor.org/rfc/rfc5321#section-4.5.2.
      body.push(line.startsWith('.') ? line.slice(1) : line);
    }
  }
};

const bytesRead = (text: string): string =>
  text.replace(/(=[0-9A-F]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());

const headersRead = (text: string): string =>
  text.replace(/=\?utf-8\?q\?(.*?)\?=(\n[ \t]+(?==\?))?/gi, (_, word: string) =>
    bytesRead(word.replaceAll('_', ' ')),
  );

/** Headers end at the first empty line; behind it Alertmanager writes quoted-printable alone. */
const readable = (lines: readonly string[]): string => {
  const end = lines.includes('') ? lines.indexOf('') : lines.length;
  const text = (from: number, to?: number): string => lines.slice(from, to).join('\n');
  return headersRead(text(0, end)) + bytesRead(`\n${text(end)}`.replaceAll('=\n', ''));
};
