import type { Application } from '#application/application.js';
import type { Host } from '#application/host/host.js';
import { laterIn } from '#application/later/in.js';
import { answeredOnHost } from '#hosts/answered.js';
import { hostFiles } from '#hosts/hosts.js';
import { nothingSecretIn } from '#laws/secret-file.js';
import { keptTexts } from '#synth/kept-texts.js';

/** The files of a host, which follow from its application and from what is said of the host. */
export const filesOfHost = keptTexts(
  'files of its host',
  (application, host: Omit<Host, 'application'>) =>
    new Map(Object.entries(hostFiles({ ...host, application }))),
  nothingSecretIn,
);

/** An application as a host can hold it; one that is to be made is not made for that. */
export const heldOnHost = (application: Application): Application =>
  laterIn(application, 'as held', (made) => answeredOnHost(made).application);
