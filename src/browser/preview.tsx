import { type VNode, render } from 'preact';
import type { EstateShown } from '#browser/wire/preview.js';
import { useAsked } from '#browser/estate/asked.js';
import { DashboardPage } from '#browser/dashboard/page/dashboard-page.js';
import { ApplicationPage } from '#browser/estate/application.js';
import { MessagesPage } from '#browser/estate/messages.js';
import { HomePage } from '#browser/estate/home.js';
import { NothingPage } from '#browser/estate/nothing.js';
import './estate/estate.css';
import { followAddress, useRoute } from '#browser/frame/route.js';
import { lookAsAsked } from '#browser/frame/vision.js';

/** What stands behind the `#` of the address. */
const Shown = ({ estate }: { readonly estate: EstateShown }): VNode => {
  const { path } = useRoute();
  const [what, first, second] = path;
  switch (what) {
    case undefined:
      return <HomePage estate={estate} />;
    case 'application': {
      const found = estate.applications.find(({ name }) => name === second);
      return found === undefined ? (
        <NothingPage what={path.join('/')} />
      ) : (
        <ApplicationPage key={found.name} application={found} estate={estate} />
      );
    }
    case 'dashboard':
      return <DashboardPage key={first} uid={first ?? ''} />;
    case 'messages':
      return <MessagesPage />;
    case 'message':
      return <MessagesPage id={first ?? ''} />;
    default:
      return <NothingPage what={first ?? what} />;
  }
};

const Preview = (): VNode => {
  const { answer, fault } = useAsked<EstateShown>('api/estate');
  if (answer !== undefined) return <Shown estate={answer} />;
  return <NothingPage {...(fault === undefined ? { isLoading: true } : { what: fault })} />;
};

const root = document.getElementById('page');
if (root) {
  followAddress();
  lookAsAsked();
  render(<Preview />, root);
}
