import type { IAlertmanagerConfigSpec } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfigSpec';
import type { IMatcher } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Matcher';
import type { IMuteTimeInterval } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/MuteTimeInterval';
import type { IReceiver } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Receiver';
import type { IRoute } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Route';
import type { LabelMatcher } from '../promql/metric/match.js';
import { type Fault, fault, refuse } from '../routing/fault.js';
import type { TimeInterval } from '../routing/interval.js';
import { emailMessage } from '../routing/message/email.js';
import { pagerdutyMessage } from '../routing/message/pagerduty.js';
import type { Reader } from '../routing/message/reader.js';
import { slackMessage } from '../routing/message/slack.js';
import type { Email } from '../routing/receiver/email.js';
import type { PagerDuty } from '../routing/receiver/pagerduty.js';
import type { Receiver } from '../routing/receiver/receiver.js';
import type { Slack } from '../routing/receiver/slack.js';
import type { Webhook } from '../routing/receiver/webhook.js';
import type { Route } from '../routing/route.js';
import type { Routing } from '../routing/routing.js';

const slackConfig = ({ url, channel, sendResolved, message }: Slack, reader: Reader) => ({
  apiURL: { ...url },
  channel,
  sendResolved,
  ...slackMessage(reader),
  ...message,
});

const emailConfig = ({ to, from, smarthost, login, sendResolved, message }: Email, reader: Reader) => {
  const { subject, html, text } = { ...emailMessage(reader), ...message };
  return {
    to: to.join(', '),
    from,
    smarthost,
    ...(login && { authUsername: login.username, authPassword: { ...login.password } }),
    sendResolved,
    headers: [{ key: 'Subject', value: subject }],
    html,
    text,
  };
};

const pagerdutyConfig = ({ routingKey, sendResolved, message }: PagerDuty, reader: Reader) => {
  const { details, links, ...texts } = { ...pagerdutyMessage(reader), ...message };
  return {
    routingKey: { ...routingKey },
    sendResolved,
    ...texts,
    details: Object.entries(details).map(([key, value]) => ({ key, value })),
    // The operator calls a link's text `alt`.
    pagerDutyLinkConfigs: links.map(({ href, text }) => ({ href, alt: text })),
  };
};

const webhookConfig = ({ url, maxAlerts, sendResolved }: Webhook) => ({
  urlSecret: { ...url },
  sendResolved,
  ...(maxAlerts > 0 && { maxAlerts }),
});

const receiver = (name: string, integrations: Receiver, reader: Reader): IReceiver => {
  const configs = <K extends Receiver[number]['integration'], C>(
    kind: K,
    config: (integration: Extract<Receiver[number], { readonly integration: K }>, reader: Reader) => C,
  ): C[] => integrations.flatMap((each) => (isOf(each, kind) ? [config(each, reader)] : []));
  return {
    name,
    ...some('slackConfigs', configs('slack', slackConfig)),
    ...some('emailConfigs', configs('email', emailConfig)),
    ...some('pagerdutyConfigs', configs('pagerduty', pagerdutyConfig)),
    ...some('webhookConfigs', configs('webhook', webhookConfig)),
  };
};

const isOf = <K extends Receiver[number]['integration']>(
  integration: Receiver[number],
  kind: K,
): integration is Extract<Receiver[number], { readonly integration: K }> => integration.integration === kind;

/** A field that is left out where its list is empty. */
const some = <K extends string, V>(field: K, values: readonly V[]): { readonly [F in K]?: V[] } => {
  const named: { [F in K]?: V[] } = {};
  if (values.length > 0) named[field] = [...values];
  return named;
};

const matcher = ({ label, operator, value }: LabelMatcher): IMatcher => ({
  name: label,
  matchType: operator,
  value,
});

const route = ({
  receiver,
  matchers,
  groupBy = [],
  muteTimeIntervals = [],
  activeTimeIntervals = [],
  routes,
  ...rest
}: Route): IRoute => ({
  receiver,
  ...some('matchers', matchers.map(matcher)),
  ...some('groupBy', groupBy),
  ...rest,
  ...some('muteTimeIntervals', muteTimeIntervals),
  ...some('activeTimeIntervals', activeTimeIntervals),
  ...some('routes', routes.map(route)),
});

const muteTimeInterval = ([name, intervals]: readonly [
  string,
  readonly TimeInterval[],
]): IMuteTimeInterval => ({
  name,
  timeIntervals: intervals.map(({ times = [], weekdays = [] }) => ({
    ...some(
      'times',
      times.map(({ start, end }) => ({ startTime: start, endTime: end })),
    ),
    ...some('weekdays', weekdays),
  })),
});

const faults = ({ resolveTimeout, route: { matchers, continue: goesOn } }: Routing): readonly Fault[] => [
  ...(resolveTimeout === '5m'
    ? []
    : [
        fault(
          'resolveTimeout',
          `${resolveTimeout} cannot be said in an AlertmanagerConfig, since it is one for a whole Alertmanager, whose own is 5m; leave it out, or set alertmanager.config.global.resolve_timeout in the values of the chart`,
        ),
      ]),
  ...matchers
    .filter(({ label }) => label === 'namespace')
    .map(() =>
      fault(
        'route.matchers.namespace',
        'the operator adds namespace="…", the namespace of the AlertmanagerConfig, to this route; leave it out here',
      ),
    ),
  ...(goesOn === false
    ? [
        fault(
          'route.continue',
          'the operator sets it to true, so that another AlertmanagerConfig may take the alert too; leave it out',
        ),
      ]
    : []),
];

/**
 * The spec of an AlertmanagerConfig (v1alpha1) that routes as `routing` says. The operator puts it among the first routes of
 * its Alertmanager, adds `namespace="<that of the object>"` to its route and its inhibition rules, and reads its secrets from that
 * namespace.
 *
 * @throws Error if the routing asks for what an AlertmanagerConfig cannot say.
 */
export const alertmanagerConfigSpec = (routing: Routing): IAlertmanagerConfigSpec => {
  refuse('AlertmanagerConfig', faults(routing));
  return {
    receivers: Object.entries(routing.receivers).map(([name, integrations]) =>
      receiver(name, integrations, routing),
    ),
    route: route(routing.route),
    ...some(
      'inhibitRules',
      routing.inhibit.map(({ source, target, equal }) => ({
        sourceMatch: source.map(matcher),
        targetMatch: target.map(matcher),
        equal: [...equal],
      })),
    ),
    ...some('muteTimeIntervals', Object.entries(routing.timeIntervals).map(muteTimeInterval)),
  };
};
