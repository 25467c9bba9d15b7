import { type Fault, type Law, alertsOfApplication, atField, expressionsOf, selectorsIn } from 'cheomseong';

/** A law of a company: what is told of at night has a dashboard that shows it. */
export const everyCriticalAlertIsDrawn: Law = ({ applications }) =>
  applications
    .filter(({ dashboards }) => dashboards.length === 0)
    .flatMap((application) =>
      alertsOfApplication(application)
        .filter(({ severity }) => severity === 'critical')
        .map(({ name }): Fault => ({
          where: `${application.name}/rules`,
          what: name,
          code: 'own:critical-is-drawn',
          why: `${name} wakes people, and no dashboard of ${application.title} shows anything`,
          cure: 'add a dashboard',
        })),
    );

/** Another: nothing reads the licences of a test system. */
export const noTestLicences: Law = ({ applications }) =>
  applications.flatMap(expressionsOf).flatMap(({ at, reader, expr }) =>
    selectorsIn(expr)
      .filter(({ matchers }) =>
        matchers.some(({ label, value }) => label === 'namespace' && value === 'test'),
      )
      .map(({ metric }) => ({
        where: atField(at, reader),
        what: metric.name,
        why: 'it reads a test system',
        cure: "narrow it: { namespace: 'licences' }",
      })),
  );
