import './message.css';
import './media.css';
import type { VNode } from 'preact';
import type { Medium } from '#browser/wire/message.js';
import { Discord } from './discord.js';
import { type Drawing, type Read, moment, second } from './drawn.js';
import { Email } from './email.js';
import { MSTeams } from './msteams.js';
import { Opsgenie } from './opsgenie.js';
import { PagerDuty } from './pagerduty.js';
import { Slack } from './slack.js';
import { Sms } from './sms.js';
import { Telegram } from './telegram.js';
import { Webhook } from './webhook.js';
import { words } from './words.js';

const drawings: Readonly<Record<Medium, Drawing>> = {
  slack: Slack,
  email: Email,
  pagerduty: PagerDuty,
  opsgenie: Opsgenie,
  sms: Sms,
  msteams: MSTeams,
  discord: Discord,
  telegram: Telegram,
  webhook: Webhook,
};

/** Whom it reaches, beside the medium's name, which may stand in it already: `Telegram -1001234567890`. */
const beside = (name: string, to: string): string =>
  to.toLowerCase().startsWith(name.toLowerCase()) ? to.slice(name.length).trim() : to;

/**
 * A message as whoever gets it sees it: where it came in, whether something fires or is over, and the very text that Alertmanager sent, as
 * its medium shows it.
 */
export const Message = ({ message, language }: Read): VNode => {
  const { id, medium, to, isResolved, at, receiver, wrong } = message;
  const said = words[language];
  const Drawn = drawings[medium];
  return (
    <article
      class={wrong === undefined ? `message of-${medium}` : `message of-${medium} is-wrong`}
      data-message={id}
      lang={language}
    >
      <header class="message-head">
        <span class="message-medium">{said.media[medium]}</span>
        <span class="message-to" title={receiver}>
          {beside(words.en.media[medium], to)}
        </span>
        <span class={isResolved ? 'message-state resolved' : 'message-state firing'}>
          {isResolved ? said.resolved : said.firing}
        </span>
        <time dateTime={new Date(at).toISOString()} title={moment(at, language)}>
          {second(at)}
        </time>
      </header>
      {wrong !== undefined && (
        <p class="message-wrong">
          <strong>{said.wrong}</strong> {wrong}
        </p>
      )}
      <Drawn message={message} language={language} />
    </article>
  );
};
