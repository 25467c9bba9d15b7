import type { VNode } from 'preact';
import { Page } from '#browser/frame/page.js';
import { useWords } from '#browser/frame/language.js';
import { useStore } from '#browser/frame/store.js';
import type { Rehearsal } from '#browser/wire/rehearsal.js';
import { Alert } from './alert.js';
import { Chain } from './chain.js';
import { Coaching } from './coaching.js';
import { Faults } from './faults.js';
import { Inbox, Runbook } from './inbox.js';
import { told } from './server.js';
import { Targets } from './targets.js';
import { Timeline } from './timeline.js';
import { Tools } from './tools.js';
import { rehearsalWords } from './words.js';
import './board.css';

const Whole = ({ rehearsal }: { readonly rehearsal: Rehearsal }): VNode => {
  const { parts, targets, alerts, looked, happened, inbox, pace, now } = rehearsal;
  const alert = alerts.find(({ name }) => name === looked);
  return (
    <>
      <Coaching rehearsal={rehearsal} alert={alert} />
      <div class="board" data-now={now}>
        <div class="board-application">
          <Faults parts={parts} />
          <Targets targets={targets} />
        </div>
        <div class="board-alert">
          {alert ? null : <Chain pace={pace} />}
          <Alert rehearsal={rehearsal} alert={alert} />
        </div>
        <div class="board-inbox">
          <Inbox inbox={inbox} {...(looked !== undefined && { looked })} />
        </div>
        {(alert || happened.length > 0) && (
          <div class="board-timeline">
            <Timeline happened={happened} />
          </div>
        )}
        {alert && alert.runbook !== '' && (
          <div class="board-runbook">
            <Runbook alert={alert} />
          </div>
        )}
      </div>
    </>
  );
};

/** The page of a rehearsal: the whole chain, from what breaks to whoever is told. */
export const Board = (): VNode => {
  const say = useWords(rehearsalWords);
  const { rehearsal, isLost, refused } = useStore(told);
  return (
    <Page
      title={say('title')}
      isLoading={rehearsal === undefined && !isLost}
      {...(rehearsal && { tools: <Tools rehearsal={rehearsal} /> })}
    >
      {isLost && (
        <p class="notice" role="alert">
          {say('lost')}
        </p>
      )}
      {refused !== undefined && (
        <p class="notice" role="alert">
          {say('refused')}: {refused}
        </p>
      )}
      {rehearsal ? <Whole rehearsal={rehearsal} /> : !isLost && <p class="faint">{say('connecting')}</p>}
    </Page>
  );
};
