import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { useFaults } from '#browser/frame/faults.js';
import { useWords } from '#browser/frame/language.js';
import { type Crumb, Page } from '#browser/frame/page.js';
import { applicationHref, homeHref } from '#browser/frame/route.js';
import { readDashboard } from '#browser/dashboard/model/dashboard.js';
import { linksByTags } from '#browser/dashboard/model/link.js';
import { dashboardWords } from '#browser/dashboard/words.js';
import type { EstateShown } from '#browser/wire/preview.js';
import { DashboardDrawn } from './dashboard-drawn.js';
import { type Given, useGiven } from './given.js';
import './dashboard.css';

const crumbsOf = (
  uid: string,
  application: string,
  { applications }: EstateShown,
  home: Crumb,
): readonly Crumb[] => {
  const owner = applications.find(
    ({ name, dashboards }) => name === application && dashboards.some((one) => one.uid === uid),
  );
  return owner ? [home, { text: owner.title, href: applicationHref(owner.place, owner.name) }] : [home];
};

const Missing = ({ uid, error }: { readonly uid: string; readonly error: Error }): VNode => {
  const say = useWords(dashboardWords);
  useFaults(uid, [`${say('missing')}: ${error.message}`]);
  return (
    <Page title={uid} crumbs={[{ text: say('estate'), href: homeHref }]}>
      <p role="alert">
        {say('missing')}: {error.message}
      </p>
    </Page>
  );
};

const Shown = ({
  uid,
  given: { dashboard, estate },
}: {
  readonly uid: string;
  readonly given: Given;
}): VNode => {
  const say = useWords(dashboardWords);
  const model = useMemo(() => {
    const read = readDashboard(dashboard.model);
    const all = estate.applications.flatMap(({ dashboards }) => dashboards);
    return { ...read, links: [...linksByTags(read.linksByTags, all, uid), ...read.links] };
  }, [dashboard]);
  return (
    <DashboardDrawn
      key={uid}
      model={model}
      scrapeInterval={dashboard.scrapeInterval}
      madeUpTo={estate.now}
      crumbs={crumbsOf(uid, dashboard.application, estate, { text: say('estate'), href: homeHref })}
    />
  );
};

/** A dashboard, drawn as Grafana draws it: `GET api/dashboards/<uid>` has it, `prometheus/` its data. */
export const DashboardPage = ({ uid }: { readonly uid: string }): VNode => {
  const given = useGiven(uid);
  if (given === undefined) return <Page title={uid} isLoading />;
  if (given instanceof Error) return <Missing uid={uid} error={given} />;
  return <Shown uid={uid} given={given} />;
};
