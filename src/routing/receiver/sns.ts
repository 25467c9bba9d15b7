import type { Fault } from '#ground/fault.js';
import type { Secret } from '#ground/secret.js';
import type { Reader } from '#routing/message/reader.js';
import { type SnsMessage, snsMessage } from '#routing/message/sns.js';
import { type Proxied, httpFaults } from './http.js';
import type { Paging } from './paging.js';

export interface Sns extends Paging {
  readonly integration: 'sns';
  /** The topic, whose region stands in it: `arn:aws:sns:ap-northeast-2:123456789012:alerts`. */
  readonly topicArn: `arn:${string}:sns:${string}`;
  /**
   * Keys of AWS that may publish. Left out, Alertmanager uses the role of the machine or of its service account. A host must leave
   * them out: Alertmanager reads them from its configuration alone, never from a file.
   */
  readonly keys?: { readonly access: Secret; readonly secret: Secret };
  readonly http: Proxied;
  readonly sendResolved: boolean;
  /** Go templates in place of the project's own. The tests render them, `proof/notification/faults.ts`: what is misspelt is refused there. */
  readonly message: Partial<SnsMessage>;
}

/** Publishes to a topic of Amazon SNS, what resolved too unless told otherwise. */
export const sns = (
  settings: Pick<Sns, 'topicArn' | 'keys'> &
    Partial<Pick<Sns, 'http' | 'sendResolved' | 'pages' | 'message'>>,
): Sns => ({ integration: 'sns', http: {}, sendResolved: true, pages: false, message: {}, ...settings });

const arn = /^arn:aws[a-z-]*:sns:([a-z]{2}(?:-[a-z]+)+-\d):\d{12}:[\w-]{1,256}(?:\.fifo)?$/;

/** The region of a topic. */
export const topicRegion = ({ topicArn }: Sns): string => arn.exec(topicArn)?.[1] ?? '';

export const snsFaults = (at: string, { topicArn, http }: Sns): readonly Fault[] => [
  ...(arn.test(topicArn)
    ? []
    : [
        {
          where: `${at}.topicArn`,
          what: topicArn,
          code: 'bad-recipient' as const,
          why: `'${topicArn}' is no ARN of a topic`,
          cure: "write e.g. 'arn:aws:sns:ap-northeast-2:123456789012:alerts'",
        },
      ]),
  ...httpFaults(at, http),
];

/** What is published for `reader`. */
export const snsTemplates = ({ message }: Sns, reader: Reader): SnsMessage => ({
  ...snsMessage(reader),
  ...message,
});
