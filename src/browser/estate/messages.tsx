import type { VNode } from 'preact';
import { useFaults } from '#browser/frame/faults.js';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { Page } from '#browser/frame/page.js';
import { homeHref } from '#browser/frame/route.js';
import { Message } from '#browser/inbox/message.js';
import type { MessagesGiven } from '#browser/wire/preview.js';
import { useAsked } from './asked.js';
import { zoneName } from './time.js';
import { estateWords } from './words.js';

/** What each receiver is told of the incidents; of one message that alone, by its id. */
export const MessagesPage = ({ id }: { readonly id?: string }): VNode => {
  const say = useWords(estateWords);
  const language = useLanguage();
  const { answer, fault } = useAsked<MessagesGiven>('api/messages');
  useFaults(say('messages'), fault === undefined ? [] : [fault]);
  const messages = answer?.filter((each) => id === undefined || each.id === id);
  return (
    <Page
      title={say('messages')}
      crumbs={[{ text: say('estate'), href: homeHref }]}
      isLoading={messages === undefined && fault === undefined}
    >
      {messages?.length === 0 && <p>{say('noMessages')}</p>}
      <p class="faint source">
        {say('numbersOfProof')} {say('timesIn')} {zoneName()}.
      </p>
      <ul class={id === undefined ? 'messages' : 'messages alone'}>
        {messages?.map((message) => (
          <li key={message.id}>
            <Message message={message} language={language} />
          </li>
        ))}
      </ul>
    </Page>
  );
};
