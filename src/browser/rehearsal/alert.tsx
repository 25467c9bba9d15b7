import type { VNode } from 'preact';
import { useLanguage, useWords } from '#browser/frame/language.js';
import type { AlertState, Rehearsal } from '#browser/wire/rehearsal.js';
import { Curve } from './curve.js';
import { ask } from './server.js';
import { Severity } from './severity.js';
import { Silence } from './silence.js';
import { span, spoken } from './span.js';
import { Track } from './track.js';
import { why } from './why.js';
import { rehearsalWords, stageWords } from './words.js';
import './alert.css';

const isMoving = ({ stage }: AlertState): boolean => stage !== 'inactive' && stage !== 'resolved';

const Choice = ({
  alerts,
  looked,
}: {
  readonly alerts: readonly AlertState[];
  readonly looked: string | undefined;
}): VNode => {
  const say = useWords(rehearsalWords);
  const stage = useWords(stageWords);
  const moving = alerts.filter(isMoving);
  const others = alerts.filter((each) => !isMoving(each));
  return (
    <select
      class="alert-choice"
      aria-label={say('look')}
      value={looked ?? ''}
      onChange={({ currentTarget }) => void ask.look(currentTarget.value)}
    >
      {looked === undefined && <option value="">{say('look')}</option>}
      {moving.length > 0 && (
        <optgroup label={say('moving')}>
          {moving.map((each) => (
            <option key={each.name} value={each.name}>
              {each.name} · {stage(each.stage)}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label={say('others')}>
        {others.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </optgroup>
    </select>
  );
};

/** Other alerts that the same fault moved, and how far. */
const Moving = ({ rehearsal }: { readonly rehearsal: Rehearsal }): VNode | null => {
  const { alerts, looked } = rehearsal;
  const language = useLanguage();
  const say = useWords(rehearsalWords);
  const stage = useWords(stageWords);
  const moving = alerts.filter((each) => isMoving(each) && each.name !== looked);
  if (moving.length === 0) return null;
  return (
    <div class="moving">
      <h3>{say('moving')}</h3>
      <ul>
        {moving.map((each) => (
          <li key={each.name}>
            <button type="button" onClick={() => void ask.look(each.name)}>
              {each.name} <span class={`stage ${each.stage}`}>{stage(each.stage)}</span>
            </button>
            {each.because !== undefined && <span class="faint">{why(each, rehearsal, language)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Facts = ({ alert, pace }: { readonly alert: AlertState; readonly pace: number }): VNode => {
  const say = useWords(rehearsalWords);
  const language = useLanguage();
  return (
    <dl class="alert-facts">
      {alert.forSeconds > 0 && (
        <div>
          <dt>{say('mustLast')}</dt>
          <dd>
            {spoken(alert.for, language)}
            {pace > 1 && ` (${say('here')} ${span(alert.forSeconds, language)})`}
          </dd>
        </div>
      )}
      <div>
        <dt>{say('told')}</dt>
        <dd>{alert.told.length === 0 ? say('nobody') : alert.told.join(' · ')}</dd>
      </div>
    </dl>
  );
};

/** The alert that is looked at: what it watches for, how far it has come, and what the value is. */
export const Alert = ({
  rehearsal,
  alert,
}: {
  readonly rehearsal: Rehearsal;
  readonly alert: AlertState | undefined;
}): VNode => {
  const say = useWords(rehearsalWords);
  const stage = useWords(stageWords);
  const { alerts, looked, happened, pace } = rehearsal;
  return (
    <section class="box alert-box" id="looked-at" aria-labelledby="alert-title" tabIndex={-1}>
      <div class="box-head">
        <h2 id="alert-title">{say('alert')}</h2>
        <Choice alerts={alerts} looked={looked} />
      </div>
      {alert && (
        <>
          <div class="alert-name">
            <h3>{alert.summary === '' ? alert.name : alert.summary}</h3>
            <p>
              <Severity of={alert.severity} />{' '}
              <span class={`stage ${alert.stage}`}>{stage(alert.stage)}</span> <code>{alert.name}</code>
            </p>
          </div>
          <p class="alert-condition">{alert.condition}</p>
          <Track alert={alert} rehearsal={rehearsal} />
          <Curve alert={alert} happened={happened} />
          <details class="alert-expr">
            <summary>PromQL</summary>
            <pre>
              {[alert.expr, alert.limit === null ? '' : `${alert.comparison} ${alert.limit}`]
                .join(' ')
                .trim()}
            </pre>
          </details>
          <Facts alert={alert} pace={pace} />
          <Silence alert={alert.name} rehearsal={rehearsal} />
        </>
      )}
      <Moving rehearsal={rehearsal} />
    </section>
  );
};
