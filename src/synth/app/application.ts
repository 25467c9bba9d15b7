import { App } from 'cdk8s/lib/app.js';
import type { Construct } from 'constructs';
import { type Application as Description, scrapesOf } from '#application/application.js';
import { Application as Chart } from '#constructs/application.js';
import { settled } from '#cost/settled.js';
import { refuse } from '#ground/fault.js';
import { everyDescriptionHolds } from '#laws/described.js';
import { hold } from './hold.js';

/** An application whose scrapes are reckoned, where nobody has reckoned them with those of others before. */
const alone = (description: Description): Description =>
  scrapesOf(description).some(({ reckoned, kept }) => reckoned !== undefined && kept === undefined)
    ? (settled([description])[0] ?? description)
    : description;

/**
 * Everything that one application is monitored by, as a chart of a cdk8s App that may hold others: `new Application(app, shop)`. Its id is
 * the application's name. The App is held to the laws from then on, see `hold`. cdk8s sorts the fields of these objects as it does those of
 * all others; as they read best they stand where CDK8S_DISABLE_SORT is set. A scrape that keeps what is used keeps what its application reads: where
 * others read it too, give `settled([shop, billing])` each of which is then made a chart of.
 *
 * @throws Refusal with all that is wrong with the description, where it was changed since it was made.
 */
export class Application extends Chart {
  constructor(scope: Construct, description: Description) {
    refuse(`application '${description.name}'`, everyDescriptionHolds([description]).faults);
    super(scope, alone(description));
    hold(App.of(scope));
  }
}
