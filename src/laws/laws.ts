import { everyExporterThatIsAskedThroughIsScraped } from './asked-through.js';
import { noSeriesIsReadByTwo } from './contested.js';
import { noAlertIsAChangedCopy } from './copied.js';
import {
  everyDashboardHasAFolder,
  everyDashboardIsOne,
  uniqueDashboardFiles,
  uniqueDashboards,
} from './dashboard.js';
import { everyAlertIsDrawn } from './drawn.js';
import { uniqueDatasources } from './datasource.js';
import { everyApplicationKeepsToAnEnforcedNamespace } from './enforced.js';
import { everyAlertKeepsToItsNamespace } from './environment.js';
import { noRuleReadsWhatAnotherScrapes } from './foreign.js';
import { everyDeclaredSecretIsUsedAsItIs } from './declared-secret.js';
import { noAlertIsDoubtful } from './doubtful.js';
import {
  everyGroupingKeepsAlertsApart,
  everyInhibitionIsOfItsAlerts,
  everyRouteTakesAnAlert,
} from './idle.js';
import { everyDerivedLimitIsSaid, everyKeepListKeepsWhatIsRead } from './kept.js';
import { everyEngineFits } from './engine.js';
import { everyAbsenceIsOfOneCluster, everyRuleIsEvaluated, noRuleNeedsAnotherShard } from './evaluated.js';
import { type HeldLaw, type Law, type OwnLaw, coded } from './law.js';
import { toldOnlyOfImported } from './elsewhere.js';
import { everyLogPanelSelectsByLabels } from './log-labels.js';
import { everyLogIsReadWhereItIsSent } from './logs.js';
import { everyTraceIsReadWhereItIsSent } from './traces.js';
import { noAlertIsAlwaysMuted } from './muted.js';
import { everyDenyingNamespaceIsEntered, everyWayIsOpen } from './way.js';
import { everyPolicyIsOfItsPods } from './isolated.js';
import { uniqueObjects, uniqueRecords } from './names.js';
import { everyNameThatIsReadIsWritten } from './named.js';
import { remoteLaws } from './remote/remote.js';
import { everyAlertStaysWithItsApplication, noAlertIsSilencedByItsName } from './neighbour.js';
import { everyCriticalAlertPages } from './paged.js';
import { everyCriticalAlertIsPrompt } from './prompt.js';
import { everyAlertReachesSomebody } from './reached.js';
import { everyRawQueryIsToldOf } from './raw-panels.js';
import { everyMetricIsScraped } from './scraped.js';
import { everyScrapeIsWatched } from './watched.js';
import { everyWindowHoldsSamples } from './window.js';
import { nothingSecret } from './secret.js';
import { everyObjectIsSelected } from './selected.js';
import { nothingIsLeftToTheServer } from './served.js';
import { nothingIsLeftByPersesUntold, uniquePersesResources } from './perses.js';
import { everyPodKeepsToItsMeans } from './pod-means.js';
import { everyPodIsRestricted } from './pod-security.js';
import { everyPodMonitorFindsItsPods } from './pod-monitor.js';
import { everyServerHoldsItsSeries } from './server-size.js';
import { everyServiceMonitorFindsItsService } from './service-monitor.js';
import { everyHistogramIsReadAsItIsStored } from './stored-histograms.js';
import { everyKeyIsKeptApart } from './stored-secret.js';
import { everySelectorHasATarget } from './target.js';
import { everyDashboardHasATitleOfItsOwn } from './titled.js';
import { everyExemplarIsKept } from './platform/exemplars.js';
import { everyDatasourceIsThere } from './platform/datasources.js';
import { everyExporterThatIsReadIsThere } from './platform/exporters.js';
import { everyDashboardIsUnderstood } from './platform/grafana.js';
import { everyHistogramIsTakenAsAsked } from './platform/histograms.js';
import { everyPlatformIsReadWhereItLives } from './platform/own-namespace.js';
import { everyPodFitsItsNamespace } from './platform/pod-security.js';
import { everyExpressionIsRead } from './platform/promql.js';
import { everyReceiverIsKnown } from './platform/receivers.js';
import { everyWindowIsKept } from './platform/retention.js';
import { everyNamespaceIsSelected } from './platform/selected-namespace.js';
import { everyDashboardIsShown } from './platform/shown.js';
import { everyProgramIsNewEnough } from './platform/versions.js';

/** What must hold of whom alerts tell. */
const routingLaws: readonly Law[] = [
  everyAlertReachesSomebody,
  everyRouteTakesAnAlert,
  everyGroupingKeepsAlertsApart,
  everyInhibitionIsOfItsAlerts,
  noAlertIsAlwaysMuted,
  everyCriticalAlertPages,
  everyCriticalAlertIsPrompt,
];

/** What must hold of what rules read: an alert that was written elsewhere is only told of it, for it came as it is. */
const readingLaws: readonly Law[] = [
  everyMetricIsScraped,
  everyHistogramIsReadAsItIsStored,
  everyWindowHoldsSamples,
  everySelectorHasATarget,
  everyNameThatIsReadIsWritten,
  everyAlertKeepsToItsNamespace,
  everyApplicationKeepsToAnEnforcedNamespace,
  noRuleReadsWhatAnotherScrapes,
  noSeriesIsReadByTwo,
  noAlertIsSilencedByItsName,
  everyExporterThatIsReadIsThere,
  everyPlatformIsReadWhereItLives,
  everyWindowIsKept,
];

/** A law as a place is held to it, one of its own too: to some of these, rules that were written elsewhere are not. */
export const asHeld = (law: OwnLaw): HeldLaw => {
  const reading = readingLaws.find((each) => each === law);
  return reading ? toldOnlyOfImported(reading) : coded(law);
};

/** What holds of objects of Kubernetes alone: on a host a target is found by the name of its container. */
export const clusterLaws: readonly Law[] = [everyServiceMonitorFindsItsService, everyPodMonitorFindsItsPods];

/** What must hold of an application and the platform that it is on, where that is said. */
const platformLaws: readonly Law[] = [
  everyNamespaceIsSelected,
  everyDashboardIsShown,
  everyDatasourceIsThere,
  everyExporterThatIsReadIsThere,
  everyPlatformIsReadWhereItLives,
  everyWindowIsKept,
  everyPodFitsItsNamespace,
  everyProgramIsNewEnough,
  everyExpressionIsRead,
  everyHistogramIsTakenAsAsked,
  everyExemplarIsKept,
  everyReceiverIsKnown,
  everyDashboardIsUnderstood,
];

/** What must hold in every place at every synthesis. */
export const laws: readonly Law[] = [
  uniqueObjects,
  uniqueRecords,
  everyDashboardIsOne,
  everyDashboardHasAFolder,
  uniqueDashboards,
  everyDashboardHasATitleOfItsOwn,
  uniqueDashboardFiles,
  everyAlertIsDrawn,
  uniqueDatasources,
  everyLogIsReadWhereItIsSent,
  everyLogPanelSelectsByLabels,
  everyTraceIsReadWhereItIsSent,
  uniquePersesResources,
  nothingIsLeftByPersesUntold,
  everyObjectIsSelected,
  ...clusterLaws,
  everyExporterThatIsAskedThroughIsScraped,
  everyMetricIsScraped,
  everyRawQueryIsToldOf,
  everyHistogramIsReadAsItIsStored,
  everyKeepListKeepsWhatIsRead,
  everyDerivedLimitIsSaid,
  everyScrapeIsWatched,
  everyWindowHoldsSamples,
  noAlertIsAChangedCopy,
  noAlertIsDoubtful,
  everySelectorHasATarget,
  everyNameThatIsReadIsWritten,
  everyAlertKeepsToItsNamespace,
  everyApplicationKeepsToAnEnforcedNamespace,
  noRuleReadsWhatAnotherScrapes,
  noSeriesIsReadByTwo,
  ...routingLaws,
  everyAlertStaysWithItsApplication,
  noAlertIsSilencedByItsName,
  everyRuleIsEvaluated,
  everyAbsenceIsOfOneCluster,
  noRuleNeedsAnotherShard,
  everyEngineFits,
  everyPodIsRestricted,
  everyPodKeepsToItsMeans,
  everyPolicyIsOfItsPods,
  everyWayIsOpen,
  everyDenyingNamespaceIsEntered,
  nothingSecret,
  everyDeclaredSecretIsUsedAsItIs,
  everyKeyIsKeptApart,
  nothingIsLeftToTheServer,
  ...remoteLaws,
  ...platformLaws,
  everyServerHoldsItsSeries,
];
