import { beforeAll, describe, expect, test } from '@jest/globals';
import { ecoeco } from '../../apps/ecoeco/index.js';
import { sogangcomputerclub } from '../../apps/sogangcomputerclub/index.js';
import { type Application, serviceScrapesOf } from '../../application/application.js';
import { targetsOf } from '../../application/target.js';
import { type Discovered, targetsBy } from '../operator/discovered.js';
import { objectsOf, only } from '../synth/estate/objects.js';

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
  { application: sogangcomputerclub, name: 'fastapi' },
  { application: ecoeco, name: 'api-services' },
  { application: ecoeco, name: 'rabbitmq' },
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
