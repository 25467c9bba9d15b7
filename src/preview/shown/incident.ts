import type { Incident } from '#browser/wire/preview.js';
import type { PreviewData } from '#preview/data/kept.js';

/** The incidents of data, each with the alerts that fired while its fault lasted. */
export const incidentsShown = ({
  incidents,
  fired,
}: Pick<PreviewData, 'incidents' | 'fired'>): readonly Incident[] =>
  incidents.map((incident) => ({
    ...incident,
    fired: fired
      .filter(
        ({ application, alert, from, to }) =>
          application === incident.application &&
          alert === incident.alert &&
          from <= incident.to &&
          to >= incident.from,
      )
      .map(({ labels, from, to }) => ({ labels, from, to })),
  }));
