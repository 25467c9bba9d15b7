import type { Application } from '#application/application.js';
import { askedBy } from '#dashboards/panel/panel.js';
import { panelsIn } from '#dashboards/row.js';
import type { Fault } from '#ground/fault.js';
import { selectorFault } from '#logql/matched.js';
import { labelsIn, selectorsWritten } from '#logql/written.js';
import type { Law } from './law.js';
import { inEach } from './apart.js';

/** What the panels of an application ask the Loki of its own agent by labels that the agent does not set. */
const faults = ({ name, logs, datasources, dashboards }: Application): readonly Fault[] =>
  logs?.name !== 'fluent-bit'
    ? []
    : dashboards.flatMap(({ uid, panels }) =>
        panelsIn(panels)
          .filter((panel) => askedBy(panel, datasources)?.uid === datasources.loki.uid)
          .flatMap(({ title, logql = '' }) =>
            [...new Set(selectorsWritten(logql).flatMap(labelsIn))]
              .flatMap((label) => selectorFault(`${name}/dashboards/${uid}/panels '${title}'`, label))
              .map((fault) => ({ ...fault, what: logql })),
          ),
      );

/** A panel that selects streams by what is no label of them is empty, as if nothing had been said: a pod is structured metadata. */
export const everyLogPanelSelectsByLabels: Law = inEach(({ applications }) => applications.flatMap(faults));
