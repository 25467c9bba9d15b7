import type { VNode } from 'preact';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { Markdown } from '#browser/frame/markdown.js';
import { Message } from '#browser/inbox/message.js';
import type { AlertState, Rehearsal } from '#browser/wire/rehearsal.js';
import { rehearsalWords } from './words.js';
import './inbox.css';

/** What everybody got, the latest first. */
export const Inbox = ({ inbox }: Pick<Rehearsal, 'inbox'>): VNode => {
  const say = useWords(rehearsalWords);
  const language = useLanguage();
  return (
    <section class="box inbox" aria-labelledby="inbox-title">
      <h2 id="inbox-title">
        {say('inbox')} {inbox.length > 0 && <span class="count">{inbox.length}</span>}
      </h2>
      {inbox.length === 0 && <p class="faint inbox-empty">{say('inboxEmpty')}</p>}
      {inbox
        .toSorted((a, b) => b.at - a.at)
        .map((message) => (
          <Message key={message.id} message={message} language={language} />
        ))}
    </section>
  );
};

/** What is to be done about the alert that is looked at, which stands beside its message. */
export const Runbook = ({ alert }: { readonly alert: AlertState }): VNode => {
  const say = useWords(rehearsalWords);
  return (
    <section class="box runbook" aria-labelledby="runbook-title">
      <h2 id="runbook-title">
        {say('runbook')} <span class="faint">{alert.name}</span>
      </h2>
      <Markdown text={alert.runbook} />
    </section>
  );
};
