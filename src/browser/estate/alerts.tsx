import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useFaults } from '#browser/frame/faults.js';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { useLoading } from '#browser/frame/ready.js';
import { dashboardHref, useRoute } from '#browser/frame/route.js';
import type { AlertShown, ApplicationShown, EstateShown, Incident, Quiet } from '#browser/wire/preview.js';
import { Broken, Times } from './incident.js';
import { dashboardAt } from './links.js';
import { useMeasured } from './measured.js';
import { QuietAlert } from './quiet.js';
import { Severity, gravity } from './severity.js';
import { estateWords } from './words.js';

interface Row {
  readonly alert: AlertShown;
  readonly isFiring: boolean;
  readonly incidents: readonly Incident[];
  /** Where it does not fire in the data, though it should. */
  readonly quiet: Quiet | undefined;
  readonly titleOf: (uid: string) => string;
  readonly estate: EstateShown;
}

const Incidents = ({ alert: { dashboards }, incidents, estate }: Row): VNode => {
  const [dashboard] = dashboards;
  return (
    <ul class="incidents">
      {incidents.map((incident) => (
        <li key={incident.from}>
          {dashboard === undefined ? (
            <Times incident={incident} estate={estate} />
          ) : (
            <a href={dashboardAt(dashboard, incident, estate.now)}>
              <Times incident={incident} estate={estate} />
            </a>
          )}{' '}
          <Broken incident={incident} />
        </li>
      ))}
    </ul>
  );
};

const Alert = (row: Row): VNode => {
  const { alert, isFiring, incidents, quiet, titleOf } = row;
  const say = useWords(estateWords);
  const language = useLanguage();
  const card = useRef<HTMLLIElement>(null);
  const isMeant = useRoute().query.get('alert') === alert.name;
  useEffect(() => {
    if (!isMeant) return;
    card.current?.scrollIntoView({ block: 'center' });
    card.current?.focus({ preventScroll: true });
  }, [isMeant]);
  return (
    <li class={isMeant ? 'alert meant' : 'alert'} id={`alert-${alert.name}`} ref={card} tabIndex={-1}>
      <h3>
        <Severity severity={alert.severity} />
        {alert.runbook === '' ? (
          alert.name
        ) : (
          <a href={alert.runbook} target="_blank" rel="noopener" title={say('runbook')}>
            {alert.name}
          </a>
        )}
        {isFiring && <span class="severity firing">{say('firing')}</span>}
        {alert.limit !== '' && <code title={say('limit')}>{alert.limit}</code>}
      </h3>
      <p>{alert.summary[language]}</p>
      <p>{alert.condition[language]}</p>
      <p class="faint">
        {say('told')}: {alert.told.length === 0 ? say('nobody') : alert.told.join(', ')}
      </p>
      <p class="faint drilled">
        {say('drilled')}: {alert.drilled[language]}
      </p>
      {alert.dashboards.length > 0 && (
        <p class="faint">
          {say('dashboards')}:{' '}
          {alert.dashboards.map((uid, at) => (
            <>
              {at > 0 && ', '}
              <a href={dashboardHref(uid)}>{titleOf(uid)}</a>
            </>
          ))}
        </p>
      )}
      {incidents.length > 0 && <Incidents {...row} />}
      {quiet !== undefined && <QuietAlert quiet={quiet} />}
    </li>
  );
};

/** What is seen at a glance needs no filter. */
const few = 6;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** What fires of an application, and what could. */
export const Alerts = ({
  application,
  estate,
}: {
  readonly application: ApplicationShown;
  readonly estate: EstateShown;
}): VNode => {
  const say = useWords(estateWords);
  const [looked, setLooked] = useState('');
  const { samples, fault } = useMeasured('ALERTS{alertstate="firing"}', estate.now);
  useLoading(samples === undefined && fault === undefined);
  useFaults(say('alerts'), fault === undefined ? [] : [fault]);
  const firing = new Set(
    (samples ?? [])
      .filter(({ labels }) => (labels['application'] ?? application.name) === application.name)
      .map(({ labels }) => labels['alertname']),
  );
  const rows = application.alerts
    .map((alert): Row => ({
      alert,
      isFiring: firing.has(alert.name),
      incidents: estate.incidents.filter(
        (each) => each.application === application.name && each.alert === alert.name,
      ),
      quiet: estate.quiet.find((each) => each.application === application.name && each.alert === alert.name),
      estate,
      titleOf: (uid) => application.dashboards.find((each) => each.uid === uid)?.title ?? uid,
    }))
    .toSorted(
      (one, other) =>
        Number(other.isFiring) - Number(one.isFiring) ||
        Number(other.incidents.length > 0) - Number(one.incidents.length > 0) ||
        gravity(one.alert.severity) - gravity(other.alert.severity),
    );
  const chosen = rows.filter(({ alert: { name, severity } }) =>
    wordsIn(looked).every((word) => `${name} ${severity}`.toLowerCase().includes(word)),
  );
  return (
    <>
      {rows.length > few && (
        <input
          type="search"
          class="filter"
          aria-label={say('filter')}
          placeholder={say('filter')}
          value={looked}
          onInput={({ currentTarget }) => setLooked(currentTarget.value)}
        />
      )}
      {chosen.length === 0 && rows.length > 0 && <p role="status">{say('noneSuch')}</p>}
      <ul class="alerts">
        {chosen.map((row) => (
          <Alert key={row.alert.name} {...row} />
        ))}
      </ul>
    </>
  );
};
