import type { Fault } from '#ground/fault.js';
import { isPort } from '#ground/port.js';
import { type EmailMessage, emailMessage } from '#routing/message/email.js';
import type { Reader } from '#routing/message/reader.js';
import type { Secret } from '#ground/secret.js';
import type { Paging } from './paging.js';

export interface Email extends Paging {
  readonly integration: 'email';
  readonly to: readonly string[];
  readonly from: string;
  /** The SMTP server as `host:port`. */
  readonly smarthost: `${string}:${number}`;
  /**
   * Whether Alertmanager sends only by TLS, after STARTTLS. `false` is for a relay that offers none, on the same machine or in a
   * network that nobody else reads: the alerts, and a password, go over it as anybody can read them.
   */
  readonly requireTLS: boolean;
  /** The name by which Alertmanager greets the server (EHLO): `localhost`, unless told otherwise, which some refuse. */
  readonly hello?: string;
  /** Left out where the server asks for none. */
  readonly login?: { readonly username: string; readonly password: Secret };
  readonly sendResolved: boolean;
  /** Go templates in place of the project's own. The tests render them, `proof/notification/faults.ts`: what is misspelt is refused there. */
  readonly message: Partial<EmailMessage>;
}

/** Sends e-mail, of what resolved too unless told otherwise. */
export const email = (
  settings: Pick<Email, 'to' | 'from' | 'smarthost' | 'login'> &
    Partial<Pick<Email, 'requireTLS' | 'hello' | 'sendResolved' | 'pages' | 'message'>>,
): Email => ({
  integration: 'email',
  requireTLS: true,
  sendResolved: true,
  pages: false,
  message: {},
  ...settings,
});

const address = /^[^\s@,<>]+@[^\s@,<>]+\.[^\s@,<>]+$/;
const host = /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/;
const hostAndPort = /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?:(\d{1,5})$/;

const addressFaults = (at: string, text: string): readonly Fault[] =>
  address.test(text)
    ? []
    : [
        {
          where: at,
          what: text,
          code: 'bad-address',
          why: `'${text}' is no e-mail address`,
          cure: "write e.g. 'oncall@example.org'",
        },
      ];

export const emailFaults = (at: string, { to, from, smarthost, hello }: Email): readonly Fault[] => [
  ...(to.length > 0
    ? []
    : [
        {
          where: `${at}.to`,
          what: '[]',
          code: 'holds-nothing' as const,
          why: 'nobody would get the mail',
          cure: 'name an address',
        },
      ]),
  ...to.flatMap((text, i) => addressFaults(`${at}.to[${i}]`, text)),
  ...addressFaults(`${at}.from`, from),
  ...(isPort(Number(hostAndPort.exec(smarthost)?.[2]))
    ? []
    : [
        {
          where: `${at}.smarthost`,
          what: smarthost,
          code: 'bad-address' as const,
          why: `'${smarthost}' is no host with a port`,
          cure: "write e.g. 'smtp.example.org:587'",
        },
      ]),
  ...(hello === undefined || host.test(hello)
    ? []
    : [
        {
          where: `${at}.hello`,
          what: hello,
          code: 'bad-address' as const,
          why: `'${hello}' is no name of a host`,
          cure: "write e.g. 'monitoring.example.org'",
        },
      ]),
];

/** What a mail says to `reader`. */
export const emailTemplates = ({ message }: Email, reader: Reader): EmailMessage => ({
  ...emailMessage(reader),
  ...message,
});
