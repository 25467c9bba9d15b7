import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { type Application, alertsOf } from '#application/application.js';
import type { Message } from '#browser/wire/message.js';
import type { EstateShown, Firing, Incident } from '#browser/wire/preview.js';
import { byKey } from '#ground/by-key.js';
import { isObject } from '#ground/field.js';
import { programOf } from '#proof/tools/tool.js';
import { everywhere } from '#rehearsal/place/places.js';
import type { Rehearsed } from '#rehearsal/place/rehearsed.js';
import { type Arrived, openReceivers } from '#rehearsal/stage/receivers.js';
import { toldBy } from '#rehearsal/stage/redirect.js';
import { allTellers } from '#rehearsal/stage/teller.js';
import { withServer } from '#servers/server.js';
import type { Taken } from '#preview/shown/taken.js';
import type { Estate } from '#synth/estate/home.js';
import { type PostedAlert, alertsIn } from './alerts.js';
import { shownConfiguration } from './configuration.js';

/** An incident of an application, in its place. */
interface Told {
  readonly application: Application;
  readonly rehearsed: Rehearsed;
  readonly incident: Incident;
}

const post = async (url: string, alerts: readonly PostedAlert[]): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const sent = { method: 'POST', headers, body: JSON.stringify(alerts) };
  const response = await fetch(`${url}/api/v2/alerts`, sent);
  if (!response.ok) throw new Error(`Alertmanager refuses: ${response.status} ${await response.text()}`);
};

/** How long nothing more may come until all has come, and how long anything may take at most: where nobody is told. */
const [quiet, most] = [250, 5_000];

/** What comes of alerts that are posted. */
const arriving = async (
  inbox: readonly Arrived[],
  url: string,
  alerts: readonly PostedAlert[],
): Promise<readonly Arrived[]> => {
  const before = inbox.length;
  await post(url, alerts);
  const began = Date.now();
  let [count, since] = [before, began];
  while (Date.now() - began < most) {
    await sleep(20);
    if (inbox.length > count) [count, since] = [inbox.length, Date.now()];
    else if (count > before && Date.now() - since > quiet) break;
  }
  return inbox.slice(before);
};

/** Messages of one moment in the order of whoever is told, with the time that it is in the data. */
const at = (messages: readonly Arrived[], moment: number): readonly Omit<Message, 'id'>[] =>
  messages
    .toSorted((one, other) => one.teller.localeCompare(other.teller))
    .map(({ id: _, teller: __, ...message }) => ({ ...message, at: moment }));

/** What is told when the alerts of an incident fire, and when the last of them is over before `now`, at which what still fires is evaluated last. */
const ofIncident = async (
  { application, incident: { alert, fired = [] } }: Told,
  now: number,
  inbox: readonly Arrived[],
  url: string,
): Promise<readonly Omit<Message, 'id'>[]> => {
  const posted = (to: (firing: Firing) => number): readonly PostedAlert[] =>
    fired.flatMap((firing) => alertsIn(application, alert, firing, to(firing)));
  const still = posted(() => Date.now() + 3_600_000);
  if (still.length === 0) return [];
  const [first, last] = [Math.min(...fired.map(({ from }) => from)), Math.max(...fired.map(({ to }) => to))];
  const began = await arriving(inbox, url, still);
  const over =
    last < now
      ? await arriving(
          inbox,
          url,
          posted(({ to }) => to),
        )
      : [];
  return [...at(began, first), ...at(over, last)];
};

/** What is told of incidents by one Alertmanager, one after the other: none inhibits another. */
const ofPlace = async (
  now: number,
  told: readonly [Told, ...Told[]],
): Promise<readonly Omit<Message, 'id'>[]> => {
  const [{ rehearsed }] = told;
  const parsed: unknown = parse(rehearsed.alertmanager);
  const receivers = await openReceivers({
    tellers: allTellers(rehearsed.configuration),
    ids: toldBy(isObject(parsed) ? parsed : {}),
    alerts: told.flatMap(({ application }) => alertsOf(application).map(({ name }) => name)),
    arrived: () => undefined,
  });
  try {
    const { version } = await programOf('alertmanager');
    const config = shownConfiguration(rehearsed.alertmanager, receivers, version.text);
    const flags = ['--web.external-url=http://127.0.0.1:9093'];
    return await withServer('alertmanager', { config, flags }, async (url) => {
      const all: Omit<Message, 'id'>[] = [];
      for (const each of told) all.push(...(await ofIncident(each, now, receivers.messages, url)));
      return all;
    });
  } finally {
    await receivers.close();
  }
};

/**
 * What each receiver is told of the incidents, and of the ends of those that are over `now`: rendered by the real Alertmanager with the
 * configuration of each place, in the order of time.
 */
export const messagesOf = async (
  estate: Estate,
  taken: readonly Taken[],
  { incidents, now = 0 }: Pick<EstateShown, 'incidents' | 'now'>,
): Promise<readonly Message[]> => {
  const places = everywhere(estate);
  const told = incidents.flatMap((incident): readonly Told[] => {
    const here = taken.find(({ application }) => application.name === incident.application);
    const place = places.find(
      (each) => each.application === here?.application.name && each.place === here.place,
    );
    if (here === undefined || place === undefined) return [];
    const rehearsed = place.rehearsed();
    return [{ application: rehearsed.application, rehearsed, incident }];
  });
  const all = await Promise.all(
    [...byKey(told, ({ rehearsed }) => rehearsed.alertmanager).values()].map(([first, ...others]) =>
      first === undefined ? [] : ofPlace(now, [first, ...others]),
    ),
  );
  return all
    .flat()
    .toSorted((one, other) => one.at - other.at)
    .map((message, number) => ({ ...message, id: String(number + 1) }));
};
