import type { VNode } from 'preact';
import { useWords } from '#browser/frame/language.js';
import { Page } from '#browser/frame/page.js';
import { dashboardHref, homeHref } from '#browser/frame/route.js';
import { type Column, Table } from '#browser/frame/table.js';
import type { ApplicationShown, EstateShown, ScrapeShown } from '#browser/wire/preview.js';
import { Alerts } from './alerts.js';
import { Objectives } from './objectives.js';
import { Section } from './section.js';
import { estateWords } from './words.js';

const Dashboards = ({ dashboards }: Pick<ApplicationShown, 'dashboards'>): VNode => {
  const say = useWords(estateWords);
  return (
    <ul class="cards">
      {dashboards.map(({ uid, title, description, panels }) => (
        <li class="card" key={uid}>
          <h3>
            <a href={dashboardHref(uid)}>{title}</a>
          </h3>
          <p>{description}</p>
          <p class="faint">
            {panels} {say('panels')}
          </p>
        </li>
      ))}
    </ul>
  );
};

const Scrapes = ({ scrapes }: Pick<ApplicationShown, 'scrapes'>): VNode => {
  const say = useWords(estateWords);
  const columns: readonly Column<ScrapeShown>[] = [
    { id: 'job', header: say('job'), value: ({ job }) => job },
    { id: 'port', header: say('port'), value: ({ port }) => port },
    { id: 'path', header: say('path'), value: ({ path }) => path },
    { id: 'interval', header: say('interval'), value: ({ interval }) => interval },
    { id: 'metrics', header: say('metrics'), value: ({ metrics }) => metrics, align: 'right' },
  ];
  return <Table label={say('scrapes')} rows={scrapes} columns={columns} />;
};

/** All that an application is monitored by. */
export const ApplicationPage = ({
  application,
  estate,
}: {
  readonly application: ApplicationShown;
  readonly estate: EstateShown;
}): VNode => {
  const say = useWords(estateWords);
  const { title, alerts, objectives, dashboards, scrapes } = application;
  return (
    <Page title={title} crumbs={[{ text: say('estate'), href: homeHref }]}>
      {dashboards.length > 0 && (
        <Section title={say('dashboards')} count={dashboards.length}>
          <Dashboards dashboards={dashboards} />
        </Section>
      )}
      {objectives.length > 0 && (
        <Section title={say('objectives')} count={objectives.length}>
          <Objectives objectives={objectives} now={estate.now} />
        </Section>
      )}
      <Section title={say('alerts')} count={alerts.length}>
        <Alerts application={application} estate={estate} />
      </Section>
      <Section title={say('scrapes')} count={scrapes.length}>
        <Scrapes scrapes={scrapes} />
      </Section>
    </Page>
  );
};
