// Who is told: routes, receivers, inhibitions, mute times, and what Alertmanager would send, simulated.
export { routing, type Receivers, type Intervals, type RoutingSpec, type Routing } from '#routing/routing.js';
export { type RouteSpec, type RootRouteSpec, type Route } from '#routing/route.js';
export { type InhibitionSpec, type Inhibition } from '#routing/inhibition.js';
export { type AlertMatch, type AlertMatchers } from '#routing/matcher.js';
export { type TimeInterval, type TimeRange } from '#routing/time-interval.js';
export { discord, type Discord } from '#routing/receiver/discord.js';
export { email, type Email } from '#routing/receiver/email.js';
export { msteams, type MSTeams } from '#routing/receiver/msteams.js';
export { opsgenie, type Opsgenie } from '#routing/receiver/opsgenie.js';
export { pagerduty, type PagerDuty } from '#routing/receiver/pagerduty.js';
export { slack, type Slack, type Channel } from '#routing/receiver/slack.js';
export { sns, type Sns } from '#routing/receiver/sns.js';
export { telegram, type Telegram } from '#routing/receiver/telegram.js';
export { webhook, type Webhook } from '#routing/receiver/webhook.js';
export { integration, type Own } from '#routing/receiver/own.js';
export { type Receiver, type Integration } from '#routing/receiver/receiver.js';
export { type Paging } from '#routing/receiver/paging.js';
export { secret, type Secret } from '#ground/secret.js';
export { messageTitle, messageLine, messageText, type Markup } from '#routing/message/own.js';
export { type Room as MessageRoom } from '#routing/message/alerts.js';
export { type Reader } from '#routing/message/reader.js';
export { utc, kst, type Clock } from '#routing/message/clock.js';
export {
  simulate,
  type SimulatedAlert,
  type Silence,
  type Notification,
  type Simulated,
} from '#routing/alertmanager/simulate.js';
export { type Configuration } from '#routing/alertmanager/configuration.js';
