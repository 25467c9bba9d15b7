import { formatNames } from './options.js';

export const help = `Proves alerts by the real promtool: that each fires when it must, stays quiet when it must, and says what it must.

  cheomseong prove                       every alert of every application
  cheomseong prove ALERT…                these alerts, and what people will read of them
  cheomseong prove --application NAME    the alerts of an application
  cheomseong prove --mutate [ALERT…]     which changes of a rule its proof would notice, and which not
  cheomseong prove FILE…                 every alert in files of rules, whoever wrote them: see Rule files

Options
  -a, --application NAME   only of this application; may be given several times
      --promtool PATH      by this promtool, 2.42 or newer; several times for several. \`newest\` is the newest that
                           Debian or Ubuntu has in any suite. Without: what the variable PROMTOOL names, else
                           the one on PATH, else the distribution's
      --fresh              asks promtool again where it has answered the same question before
  -f, --format FORM[=FILE] ${formatNames.join(', ')}; several times, or with commas.
                           One form may go to standard output; without any that does, the table goes there
  -h, --help               this text

Mutations: which changes of an alert its proof does not notice
      --mutate             changes alerts in one place each, and tells what no scenario notices; takes alerts,
                           --application, --promtool, --fresh, and --format text or json
      --lock               of all alerts: believes proofs.lock where neither rule nor scenarios have changed since,
                           but for a twenty-fourth, another each day, and writes it anew
      --equivalents        tries those too that are argued to change nothing, and shows why
      --report DIR         writes a page that shows them beside the rules
      --estate-at-least N  percent that must be noticed of all, 90 without; --alert-at-least N of each, 75 without

Routes: who is told of which alerts
      --routes FILE        runs tests of routes against the Alertmanager of the whole estate; several times for
                           several files, a folder for all files in it.
                           \`tests: - name, alerts: [{ labels, expected_receivers, expected_inhibited }]\`, as Alertmanager's
                           own proposal has it, https://github.com/prometheus/alertmanager/issues/5167
      --host NAME          against the Alertmanager of this application alone, as it is on a host
      --routes-of NAME     writes such a file of an application's routes as they are

Proofs that nobody has confirmed
  What was imported may say \`proof: derived({ … })\`, until a person has judged it and takes \`derived\` away, or
  \`unproven('why')\`. Both are counted. Of the whole estate there may be as many as its package.json says, none without:
  \`"cheomseong": { "proofs": { "derived": 12, "unproven": 3 } }\`. More of them fail; of fewer it is told to lower the number.

Rule files: Prometheus's, PrometheusRules, what Helm renders, Mimir's and Thanos's, as they are. They need no estate
      FILE…                files, folders, \`-\` for standard input. Of each alert a fault under which it fires and the nearest
                           course under which it stays quiet are derived from its text, and run by promtool. Tests of
                           promtool among the files are run too, and a prometheus.yml tells the intervals
      --scrape-interval N  between scrapes of what the rules read; 30s without
      --evaluation-interval N
                           between evaluations of groups that do not say; 1m without
      --mutate             which changes of a rule its derived proof would notice, and which your own tests
      --coverage           which alerts are proven, which only your own tests let fire, and which nothing does
      --coverage-threshold N
                           percent of the alerts that must be; exit code 2 below it
      --since REVISION     only alerts that have changed since that revision of git, and what they read
      --against FILE|URL   whether there is what the rules read: in a saved /metrics, or in a Prometheus
      --routes FILE        runs tests of routes against the alertmanager.yml or AlertmanagerConfigs among the files, by which
                           it is also told who is told of which alert
      --json, --junit      the same as --format json, --format junit

Forms
  table    for people: a line for each alert, then what does not hold and why
  json     everything, for programs
  junit    JUnit XML: a test for each scenario
  github   workflow commands, which GitHub shows at the rule
  gitlab   a Code Quality report, https://docs.gitlab.com/ci/testing/code_quality/
  sarif    SARIF 2.1.0, for code scanning

Exit codes
  0  every proof holds      1  a proof does not hold, or more are derived or unproven than may be      2  it could not be run
  Of rule files: 0  nothing is wrong      1  an alert cannot fire, Prometheus refuses a rule or a file, a test of yours fails
                 2  coverage is below its threshold, or it could not be run

Examples
  npx cheomseong prove ShopHighErrorRate
  npx cheomseong prove --application shop --fresh
  npx cheomseong prove --format junit=proofs.xml,github
  npx cheomseong prove rules.yml
  helm template monitoring | npx cheomseong prove -
  npx cheomseong prove rules/ --since origin/main --coverage-threshold 100
  PROMTOOL=~/prometheus-3.5.0/promtool npx cheomseong prove
`;
