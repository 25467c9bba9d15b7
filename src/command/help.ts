export const helpText = `Monitoring as typed, proven code.

  cheomseong synth      writes what the estate is monitored by: manifests, files of hosts, runbooks
  cheomseong prove      proves its alerts by the real promtool
  cheomseong preview    shows the estate and its dashboards in a browser, over data that is made for it or your own
  cheomseong rehearse   lets an alert fire, from the fault to the inbox, by the real Prometheus and Alertmanager
  cheomseong review     says what a change does to whoever is on call, against another revision
  cheomseong secrets    holds the Secrets that a cluster has against those that it needs
  cheomseong new        makes an application, and an estate of it where there is none yet
  cheomseong import     writes an application of the rules that a team has
  cheomseong catalog    writes what a program exports, or Weaver declares, as a typed catalogue, or holds one against it
  cheomseong openslo    writes objectives as OpenSLO, or reads them of it
  cheomseong cost       reckons series, samples, memory and disk, and what a keep-list would drop
  cheomseong explain    says more of a fault by its code

  cheomseong VERB --help says more of each; --version, which release this is.
`;

export const synthHelp = `Writes what an estate is monitored by: its manifests and the files of its hosts (dist/), its runbooks and the pages of its Secrets (docs/).
All of it changes together, and nothing where anything is wrong: with the estate, or with its types.

  cheomseong synth

Options
      --check            writes nothing, and fails where what stands there is stale
      --json             what was written, faults and hints, for programs
      --watch            goes on: what is saved is written at once; types are checked after it, and all that is wrong stays on the screen
      --fresh            makes everything anew, whatever is kept of earlier runs
  -h, --help             this text

Exit codes
  0  all is well      1  something is wrong, or stale      2  it could not be run

Example
  npx cheomseong synth --check
`;
