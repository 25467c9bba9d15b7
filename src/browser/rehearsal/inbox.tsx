import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { Markdown } from '#browser/frame/markdown.js';
import { Message } from '#browser/inbox/message.js';
import type { Message as Sent } from '#browser/wire/message.js';
import type { AlertState, Rehearsal } from '#browser/wire/rehearsal.js';
import { runbookIn } from './runbook-language.js';
import { rehearsalWords } from './words.js';
import './inbox.css';

/** A message, which never changes: the page is told of it again and again. */
const Kept = ({ message }: { readonly message: Sent }): VNode => {
  const language = useLanguage();
  return useMemo(() => <Message message={message} language={language} />, [message.id, language]);
};

/** So many are shown until more are asked for. */
const few = 10;

/** What everybody got, the latest first: of the alert that is looked at, unless all are asked for or there are none of it. */
export const Inbox = ({ inbox, looked }: Pick<Rehearsal, 'inbox' | 'looked'>): VNode => {
  const say = useWords(rehearsalWords);
  const [chosen, setAll] = useState<boolean | undefined>(undefined);
  const [most, setMost] = useState(few);
  const own = inbox.filter(({ alerts }) => looked === undefined || alerts.includes(looked));
  const isAll = chosen ?? own.length === 0;
  const wanted = (isAll ? inbox : own).toSorted((a, b) => b.at - a.at);
  const hasOthers = own.length < inbox.length;
  return (
    <section class="box inbox" aria-labelledby="inbox-title">
      <div class="box-head">
        <h2 id="inbox-title">
          {say('inbox')} {inbox.length > 0 && <span class="count">{inbox.length}</span>}
        </h2>
        {hasOthers && (
          <div class="pace" role="group" aria-labelledby="inbox-title">
            <button type="button" aria-pressed={!isAll} onClick={() => setAll(false)}>
              {say('ofThis')} {own.length}
            </button>
            <button type="button" aria-pressed={isAll} onClick={() => setAll(true)}>
              {say('all')} {inbox.length}
            </button>
          </div>
        )}
      </div>
      {wanted.length === 0 && (
        <p class="faint inbox-empty">{say(hasOthers ? 'inboxOthers' : 'inboxEmpty')}</p>
      )}
      {wanted.slice(0, most).map((message) => (
        <Kept key={message.id} message={message} />
      ))}
      {wanted.length > most && (
        <button type="button" onClick={() => setMost(most + few)}>
          {say('older')} {wanted.length - most}
        </button>
      )}
    </section>
  );
};

/** What is to be done about the alert that is looked at, which stands beside its message. */
export const Runbook = ({ alert }: { readonly alert: AlertState }): VNode => {
  const say = useWords(rehearsalWords);
  const language = useLanguage();
  return (
    <section class="box runbook" aria-labelledby="runbook-title">
      <h2 id="runbook-title">
        {say('runbook')} <span class="faint">{alert.name}</span>
      </h2>
      <Markdown text={runbookIn(alert.runbook, language)} />
    </section>
  );
};
