import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Application, serviceScrapesOf } from '#application/application.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { targetsOf } from '#application/target.js';
import { type Discovered, targetsBy } from '../operator/discovered.js';
import { objectsOf, only } from '../synth/estate/objects.js';
import { bakery, scraped, shop, web } from '../synth/estate/shop.js';

const counter = (name: string) =>
  service(name, { namespaces: ['shop-prod'], labels: { app: name, tier: 'counter' }, ports: { http: 80 } });
const counters = [counter('till'), counter('kiosk')] as const;
const both = scrape(counters, { name: 'counters', port: 'http', interval: '30s', metrics: [] });
const open = shop({ services: [web, ...counters], scrapes: [scraped, both] });

/** The Services of a scrape as a Helm release called `live` names them. */
const released = (application: Application, name: string): readonly Discovered[] =>
  serviceScrapesOf(application)
    .filter((each) => each.name === name)
    .flatMap(({ services, port }) =>
      services.flatMap(({ name: service, namespaces, labels }) =>
        namespaces.map((namespace) => ({ service: `live-${service}`, namespace, labels, port })),
      ),
    );

/** What rules and panels take the labels of its targets to be. */
const declared = (application: Application, name: string) =>
  serviceScrapesOf(application)
    .filter((each) => each.name === name)
    .flatMap(targetsOf);

describe.each([
  { application: bakery(), name: 'bakery' },
  { application: open, name: 'shop' },
  { application: open, name: 'counters' },
])('what the scrape $name of $application.name finds', ({ application, name }) => {
  let targets: Awaited<ReturnType<typeof targetsBy>>;
  beforeAll(async () => {
    const monitor = only(objectsOf(application), 'ServiceMonitor', name);
    const wrongPort = released(application, name).map((pod) => ({ ...pod, port: 'other' }));
    targets = await targetsBy(monitor, [...released(application, name), ...wrongPort.slice(0, 1)]);
  });

  test('is called as it is declared, though a release calls its Services otherwise (mistake 61)', () => {
    expect(targets.slice(0, -1)).toEqual(
      declared(application, name).map((each) => expect.objectContaining(each)),
    );
  });

  test('is at the port of its name alone', () => {
    expect(targets.at(-1)).toBeUndefined();
  });
});
