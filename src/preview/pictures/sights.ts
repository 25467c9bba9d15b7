import { join } from 'node:path';
import type { Message } from '#browser/wire/message.js';
import { fileNameOf } from '#ground/file-name.js';
import type { Taken } from '#preview/shown/taken.js';
import type { Sight } from './picture.js';

/** The dashboards, each as `<uid>.png`. */
export const dashboardSights = (
  taken: readonly Taken[],
  only: readonly string[],
  folder: string,
): readonly Sight[] =>
  taken
    .flatMap(({ application }) => application.dashboards)
    .filter(({ uid }) => only.length === 0 || only.includes(uid))
    .map(({ uid }) => ({
      route: `/dashboard/${encodeURIComponent(uid)}`,
      file: join(folder, `${uid}.png`),
    }));

/** The pages of applications, each as `application-<name>.png`. */
export const applicationSights = (
  taken: readonly Taken[],
  only: readonly string[],
  folder: string,
): readonly Sight[] =>
  taken
    .filter(({ application: { name } }) => only.length === 0 || only.includes(name))
    .map(({ place, application: { name } }) => ({
      route: `/application/${encodeURIComponent(place)}/${encodeURIComponent(name)}`,
      file: join(folder, `application-${name}.png`),
    }));

const called = ({ alerts: [first = 'message'], medium, isResolved }: Message): string =>
  `${fileNameOf(first)}-${medium}${isResolved ? '-resolved' : ''}`;

/**
 * The messages, each as `<alert>-<medium>.png`, with the number of those before it that would be called so; that of the end has `-resolved`
 * in its name.
 */
export const messageSights = (
  messages: readonly Message[],
  only: readonly string[],
  folder: string,
): readonly Sight[] => {
  const asked = messages.filter(
    ({ alerts }) => only.length === 0 || alerts.some((each) => only.includes(each)),
  );
  const names = asked.map(called);
  return asked.map(({ id }, at) => {
    const before = names.slice(0, at).filter((name) => name === names[at]).length;
    return {
      route: `/message/${encodeURIComponent(id)}`,
      file: join(folder, `${names[at]}${before === 0 ? '' : `-${before + 1}`}.png`),
      part: 'article',
    };
  });
};
