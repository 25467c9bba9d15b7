import { toldAlertsOf } from '#application/log-groups.js';
import type { EstateShown, Incident, Quiet } from '#browser/wire/preview.js';
import type { PageOf } from '#browser/wire/page.js';
import { refuse } from '#ground/fault.js';
import { once } from '#ground/once.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError } from '#ground/usage.js';
import { withLoopback } from '#servers/loopback.js';
import { drillsFile } from '#synth/drills/drill.js';
import { keptDrills } from '#synth/drills/kept.js';
import type { Estate } from '#synth/estate/home.js';
import { previewData } from './data/preview-data.js';
import { withPreviewPrometheus } from './data/serve.js';
import { openInBrowser } from '#servers/desktop.js';
import { answering } from './http/pages.js';
import { reached } from './http/prometheus.js';
import type { Upstream } from './http/upstream.js';
import { messagesOf } from './messages/messages.js';
import { type Asked, readAsked } from './options.js';
import { needed } from './pictures/browser.js';
import { takePictures } from './pictures/command.js';
import { dashboardGiven, estateShown } from './shown/estate.js';
import { incidentsShown } from './shown/incident.js';
import { takenOf } from './shown/taken.js';
import { stopped } from '#servers/stopped.js';

export interface Previewed {
  readonly estate: Estate;
  readonly pageOf: PageOf | undefined;
  /** What stands for all that runs, where that is known: data that was made by the same is found at once. */
  readonly sources?: () => string;
}

/** What the pages are drawn over. */
interface Source {
  readonly upstream: Upstream;
  readonly data: Pick<EstateShown, 'incidents' | 'quiet' | 'now' | 'source'>;
}

/** Works over the Prometheus that was named, else over one with data that is made for the estate. */
const withSource = async <T>(
  { estate, sources }: Pick<Previewed, 'estate' | 'sources'>,
  { upstream, place, incidents }: Asked,
  progress: (line: string) => void,
  use: (source: Source) => Promise<T>,
): Promise<T> => {
  if (upstream !== undefined) {
    await reached(upstream);
    const none: readonly Incident[] = [];
    return use({ upstream, data: { incidents: none, quiet: [], source: upstream.url } });
  }
  const data = await previewData(estate, {
    ...(place !== undefined && { place }),
    ...(incidents.length > 0 && { incidents }),
    ...(sources && { sources: sources() }),
    progress,
  });
  return withPreviewPrometheus(data, (url) =>
    use({
      upstream: { url, headers: {} },
      data: { incidents: incidentsShown(data), quiet: data.quiet, now: data.now, source: 'made' },
    }),
  );
};

/** That an alert does not fire, as a line. */
const quietText = ({ application, alert, why }: Quiet): string =>
  `${application === '' ? alert : `${application}/${alert}`} does not fire in the data: ${why.en}`;

/** Tells where it is served, opens it, and waits until somebody ends it. */
const shown = async (
  url: string,
  { json, opens, vision }: Asked,
  { out }: Surface,
  source: Source,
): Promise<ExitCode> => {
  const page = vision === undefined ? `${url}/` : `${url}/?vision=${vision}`;
  out.write(
    json ? `${JSON.stringify({ url, ...source.data })}\n` : `Serving the estate on ${page} until Ctrl-C.\n`,
  );
  if (opens && !json) openInBrowser(page);
  await stopped();
  return exitCodes.well;
};

/**
 * `cheomseong preview`: serves the estate until it is ended, or writes pictures of it.
 *
 * @throws UsageError on what cannot be done as it was asked.
 */
export const previewCommand = async (
  words: readonly string[],
  surface: Surface,
  { estate, pageOf, ...given }: Previewed,
): Promise<ExitCode> => {
  const everywhere = takenOf(estate, undefined);
  const asked = readAsked(words, {
    places: estate.places.map(({ name }) => name),
    alerts: everywhere.flatMap(({ application }) => toldAlertsOf(application).map(({ name }) => name)),
    applications: everywhere.map(({ application }) => application.name),
    dashboards: everywhere.flatMap(({ application }) => application.dashboards.map(({ uid }) => uid)),
  });
  if (pageOf === undefined)
    throw new UsageError(['The pages are not there: run `cheomseong preview` of the installed package']);
  // What is missing is told before anything takes long.
  const needs = asked.pictures && (await needed());
  const { drills, faults } = keptDrills(surface.root);
  refuse(drillsFile, faults);
  const taken = takenOf(estate, asked.place);
  const page = pageOf('preview');
  return withSource(
    { estate, ...given },
    asked,
    (line) => surface.err.write(`${line}\n`),
    async (source) => {
      for (const each of source.data.quiet) surface.err.write(`${quietText(each)}\n`);
      const messages = once(() => messagesOf(estate, taken, source.data));
      const pages = {
        estate: estateShown(estate, taken, source.data, drills),
        dashboard: dashboardGiven(taken),
        messages,
      };
      return withLoopback(answering(await page, pages, source.upstream), asked.port, (url) =>
        asked.pictures === undefined || needs === undefined
          ? shown(url, asked, surface, source)
          : takePictures(
              needs,
              url,
              { ...asked.pictures, ...(asked.vision && { vision: asked.vision }) },
              taken,
              messages,
              surface,
              asked.json,
            ),
      );
    },
  );
};
