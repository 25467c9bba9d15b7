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

/** The messages, each as `<alert>-<receiver>-<medium>.png`; that of its end has `-resolved` behind it. */
export const messageSights = (messages: readonly Message[], folder: string): readonly Sight[] =>
  messages.map(({ id, alerts, receiver, medium, isResolved }) => ({
    route: `/message/${encodeURIComponent(id)}`,
    file: join(
      folder,
      `${[alerts[0] ?? 'message', receiver.replaceAll('/', '-'), medium].map(fileNameOf).join('-')}${isResolved ? '-resolved' : ''}.png`,
    ),
    part: 'article',
  }));
