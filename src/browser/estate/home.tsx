import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '#browser/frame/language.js';
import { Page } from '#browser/frame/page.js';
import { applicationHref, dashboardHref } from '#browser/frame/route.js';
import { type Column, Table } from '#browser/frame/table.js';
import type { ApplicationShown, EstateShown, Incident, PlaceShown, Quiet } from '#browser/wire/preview.js';
import { Broken, Times } from './incident.js';
import { alertAt, dashboardAt } from './links.js';
import { QuietAlert } from './quiet.js';
import { Section } from './section.js';
import { zoneName } from './time.js';
import { estateWords } from './words.js';

const severities = (application: ApplicationShown): readonly (readonly [severity: string, count: number])[] =>
  ['critical', 'warning'].map((severity) => [
    severity,
    application.alerts.filter((each) => each.severity === severity).length,
  ]);

const Card = ({ application }: { readonly application: ApplicationShown }): VNode => {
  const say = useWords(estateWords);
  const { name, title, place, dashboards } = application;
  return (
    <li class="card">
      <h3>
        <a href={applicationHref(place, name)}>{title}</a>
      </h3>
      <p>
        {severities(application).map(([severity, count]) => (
          <span key={severity} class={`severity ${severity}`}>
            {count} {severity}
          </span>
        ))}
      </p>
      <ul class="plain-list">
        {dashboards.map(({ uid, title: called }) => (
          <li key={uid}>
            <a href={dashboardHref(uid)}>{called === title ? `${called} ${say('dashboard')}` : called}</a>
          </li>
        ))}
      </ul>
    </li>
  );
};

/** A place with its applications: one that is shown as it is elsewhere says so. */
const Place = ({ place, estate }: { readonly place: PlaceShown; readonly estate: EstateShown }): VNode => {
  const say = useWords(estateWords);
  const running = estate.applications.filter(({ name }) => place.applications.includes(name));
  return (
    <Section title={place.name} note={say(place.of)}>
      <ul class="cards">
        {running.map((application) =>
          application.place === place.name ? (
            <Card key={application.name} application={application} />
          ) : (
            <li class="card" key={application.name}>
              <h3>{application.title}</h3>
              <p class="faint">
                {say('shownAt')}{' '}
                <a href={applicationHref(application.place, application.name)}>{application.place}</a>
              </p>
            </li>
          ),
        )}
      </ul>
    </Section>
  );
};

const Incidents = ({ estate }: { readonly estate: EstateShown }): VNode => {
  const say = useWords(estateWords);
  const of = ({ application }: Incident): ApplicationShown | undefined =>
    estate.applications.find(({ name }) => name === application);
  const dashboardOf = (incident: Incident): string | undefined =>
    of(incident)?.alerts.find(({ name }) => name === incident.alert)?.dashboards[0];
  const when = (incident: Incident): VNode => {
    const [said, uid] = [<Times incident={incident} estate={estate} />, dashboardOf(incident)];
    return uid === undefined ? said : <a href={dashboardAt(uid, incident, estate.now)}>{said}</a>;
  };
  const alert = (incident: Incident): ComponentChildren => {
    const application = of(incident);
    return application ? <a href={alertAt(application, incident.alert)}>{incident.alert}</a> : incident.alert;
  };
  const columns: readonly Column<Incident>[] = [
    { id: 'when', header: say('when'), value: ({ from }) => from, cell: when },
    { id: 'application', header: say('application'), value: (each) => of(each)?.title ?? each.application },
    { id: 'alert', header: say('alert'), value: (each) => each.alert, cell: alert },
    {
      id: 'what',
      header: say('what'),
      value: ({ words }) => words,
      cell: (each) => <Broken incident={each} />,
    },
  ];
  return (
    <Table
      label={say('incidents')}
      rows={estate.incidents}
      columns={columns}
      first={{ id: 'when', desc: false }}
    />
  );
};

/** The whole estate: its places, what runs there, and what happens in the data. */
export const HomePage = ({ estate }: { readonly estate: EstateShown }): VNode => {
  const say = useWords(estateWords);
  const titleOf = ({ application }: Quiet): string =>
    estate.applications.find(({ name }) => name === application)?.title ?? application;
  return (
    <Page title={say('estate')}>
      <p class="faint source">
        {estate.now === undefined ? `${say('over')} ${estate.source}` : say('made')}
        {estate.incidents.length > 0 && (
          <>
            {' '}
            <a href="#/messages">{say('messages')}</a>
          </>
        )}
      </p>
      {estate.places.map((place) => (
        <Place key={place.name} place={place} estate={estate} />
      ))}
      {estate.incidents.length + estate.quiet.length > 0 && (
        <Section
          title={say('incidents')}
          count={estate.incidents.length}
          note={`${say('timesIn')} ${zoneName(estate.timeZone)}`}
        >
          {estate.incidents.length > 0 && <Incidents estate={estate} />}
          {estate.quiet.map((quiet) => (
            <div key={`${quiet.application}/${quiet.alert}`}>
              <h3>
                {titleOf(quiet)} {quiet.alert}
              </h3>
              <QuietAlert quiet={quiet} />
            </div>
          ))}
        </Section>
      )}
    </Page>
  );
};
