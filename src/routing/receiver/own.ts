import { type Fault, refuse } from '#ground/fault.js';
import type { Secret } from '#ground/secret.js';
import type { Reader } from '#routing/message/reader.js';
import type { Paging } from './paging.js';

/** A way of Alertmanager to tell somebody that has no word of its own here: Webex, VictorOps, Pushover, WeChat, Jira. */
export interface Own extends Paging {
  readonly integration: 'own';
  /** As Alertmanager's configuration calls its list, without `_configs`: `webex`. */
  readonly service: string;
  /** Where it sends, as people call it: `Webex database`. */
  readonly address: string;
  /** All secrets by which it may send. */
  readonly secrets: readonly Secret[];
  readonly sendResolved: boolean;
  /** An entry of the list in an AlertmanagerConfig, whether it tells of what resolved aside: `webexConfigs`, which names secrets: `{ name, key }`. */
  readonly operator: (reader: Reader) => object;
  /** An entry of the list in alertmanager.yml, `webex_configs`, which reads secrets from files: `fileOf(key)`. */
  readonly file: (fileOf: (secret: Secret) => string, reader: Reader) => object;
  /** The Go templates of its messages by field: the tests render them. */
  readonly templates: (reader: Reader) => Readonly<Record<string, string>>;
}

/** What is wrong with an integration of one's own, whether it was made so or changed since. */
export const ownFaults = ({
  service,
  address,
  secrets,
}: Pick<Own, 'service' | 'address' | 'secrets'>): readonly Fault[] => [
  ...(/^[a-z][a-z0-9]*$/.test(service)
    ? []
    : [
        {
          where: 'service',
          what: service,
          code: 'bad-name' as const,
          why: `'${service}' is no name of a list in Alertmanager's configuration`,
          cure: 'write it as before _configs: webex',
        },
      ]),
  ...(address.trim() === ''
    ? [
        {
          where: 'address',
          what: '',
          code: 'bad-recipient' as const,
          why: 'nothing says where it sends',
          cure: 'write it as people call it',
        },
      ]
    : []),
  ...(secrets.length === 0
    ? [
        {
          where: 'secrets',
          what: '',
          code: 'holds-nothing' as const,
          why: 'nobody would be told which Secret must be there first',
          cure: 'list the secrets that its configuration names',
        },
      ]
    : []),
];

/**
 * Tells by any integration that Alertmanager has, in both forms of its configuration. The model of AlertmanagerConfig, and amtool in the
 * tests, check what the two functions make.
 *
 * @throws Refusal on a name that is no list's, on no address, on no secret at all.
 */
export const integration = (
  service: string,
  spec: Omit<Own, 'integration' | 'service' | 'pages' | 'sendResolved' | 'templates'> &
    Partial<Pick<Own, 'pages' | 'sendResolved' | 'templates'>>,
): Own => {
  refuse(`integration ${service}`, ownFaults({ ...spec, service }));
  return { integration: 'own', service, pages: false, sendResolved: true, templates: () => ({}), ...spec };
};
