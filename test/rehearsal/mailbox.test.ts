import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { mailed } from '#rehearsal/stage/arrived.js';
import { type Mail, openMailbox } from '#rehearsal/stage/mailbox.js';

/** Hands a mail over as a client does that waits for no answers; hands back what the server said. */
const sent = async (lines: readonly string[], take: (mail: Mail) => void): Promise<string> => {
  const { address, close } = await openMailbox(take);
  try {
    const socket = connect(Number(address.split(':')[1]), '127.0.0.1');
    const all = ['EHLO teller-0.localhost', 'RCPT TO:<on@call.example>', 'DATA', ...lines, '.'];
    socket.write(all.map((line) => `${line}\r\n`).join(''));
    let said = '';
    socket.on('data', (bytes) => (said += bytes.toString()));
    while (!/taken/.test(said) && !socket.destroyed)
      await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    socket.destroy();
    return said;
  } finally {
    await close();
  }
};

// The boundary has what would be bytes in quoted-printable.
const lines = [
  'Subject: =?utf-8?q?=5B=EB=B0=9C=EC=83=9D_1=5D?=',
  ' =?utf-8?q?_Down?=',
  'X-Query: up=3D',
  'Content-Type: multipart/alternative;  boundary=3D41aa',
  '',
  '--3D41aa',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Type: text/plain; charset=UTF-8',
  '',
  'up=3D=3D0 since =EC=96=B4=EC=A0=9C, and a line that is =',
  'long',
  '..rc is a file',
  '..',
  '--3D41aa--',
];

describe('a mail that is taken', () => {
  const taken = async (): Promise<Mail> => {
    const mails: Mail[] = [];
    await sent(lines, (mail) => mails.push(mail));
    const [mail] = mails;
    if (!mail) throw new Error('no mail was taken');
    return mail;
  };

  test('has the words of its headers read', async () => {
    expect((await taken()).text).toMatch(/^Subject: \[발생 1\] Down$/m);
  });

  test('has all else in its headers as it was sent', async () => {
    expect((await taken()).text).toMatch(/^X-Query: up=3D\n.*boundary=3D41aa$/m);
  });

  test('has its part read, and the dots that were sent twice once', async () => {
    expect(mailed(await taken()).body).toMatchObject({
      text: 'up==0 since 어제, and a line that is long\n.rc is a file\n.',
    });
  });
});

test('a mail that cannot be taken is not said to be', async () => {
  const said = await sent(lines, () => {
    throw new Error('it cannot be read');
  });
  expect(said).not.toContain('taken');
});
