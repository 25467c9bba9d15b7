import type { VNode } from 'preact';
import { useFaults } from '#browser/frame/faults.js';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { useLoading } from '#browser/frame/ready.js';
import { dashboardHref } from '#browser/frame/route.js';
import type { AlertShown, ApplicationShown, EstateShown, Incident, Quiet } from '#browser/wire/preview.js';
import { dashboardAt } from './links.js';
import { useMeasured } from './measured.js';
import { QuietAlert } from './quiet.js';
import { Severity, gravity } from './severity.js';
import { span } from './time.js';
import { estateWords } from './words.js';

interface Row {
  readonly alert: AlertShown;
  readonly isFiring: boolean;
  readonly incidents: readonly Incident[];
  /** Where it does not fire in the data, though it should. */
  readonly quiet: Quiet | undefined;
  readonly titleOf: (uid: string) => string;
}

const Incidents = ({ alert: { dashboards }, incidents }: Row): VNode => {
  const language = useLanguage();
  const [dashboard] = dashboards;
  return (
    <ul class="incidents">
      {incidents.map((incident) => (
        <li key={incident.from}>
          {dashboard === undefined ? (
            span(incident.from, incident.to, language)
          ) : (
            <a href={dashboardAt(dashboard, incident)}>{span(incident.from, incident.to, language)}</a>
          )}{' '}
          {incident.words}
        </li>
      ))}
    </ul>
  );
};

const Alert = (row: Row): VNode => {
  const { alert, isFiring, incidents, quiet, titleOf } = row;
  const say = useWords(estateWords);
  const language = useLanguage();
  return (
    <li class="alert" id={`alert-${alert.name}`}>
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

/** What fires of an application, and what could. */
export const Alerts = ({
  application,
  estate,
}: {
  readonly application: ApplicationShown;
  readonly estate: EstateShown;
}): VNode => {
  const say = useWords(estateWords);
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
      titleOf: (uid) => application.dashboards.find((each) => each.uid === uid)?.title ?? uid,
    }))
    .toSorted(
      (one, other) =>
        Number(other.isFiring) - Number(one.isFiring) ||
        Number(other.incidents.length > 0) - Number(one.incidents.length > 0) ||
        gravity(one.alert.severity) - gravity(other.alert.severity),
    );
  return (
    <ul class="alerts">
      {rows.map((row) => (
        <Alert key={row.alert.name} {...row} />
      ))}
    </ul>
  );
};
