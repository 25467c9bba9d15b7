export const rehearseHelp = `Lets alerts ring before the fire: a simulated application shows the fault of an alert's proof, the real Prometheus scrapes it by the
rules of its place, the real Alertmanager tells of it, and everybody who is told is a sink on this machine. Nobody outside hears anything.

  cheomseong rehearse                      serves a page on which faults are buttons and messages arrive, until Ctrl-C
  cheomseong rehearse ALERT…               rehearses these alerts and tells what happened when; \`application/ALERT\` where several
                                           applications have one

Options
      --pace N           how many times as fast as in life everything goes: 60 without, 1 as in life, 120 at most
      --newest           by the newest Alertmanager of Debian or Ubuntu; since 0.33 it writes down what it does, which is then
                         held against this project's own simulation too
      --no-open          of the page: opens no browser
  -h, --help             this text

Of alerts
      --silence          silences each before its fault: it must be seen to be silenced, and nobody told
      --together         has all faults of an application at once, as where one outage makes several alerts fire
      --markdown, --json standard output in another form than a table
      --junit FILE       writes JUnit XML too
      --no-record        leaves drills.jsonl alone, as CI does. Without it each alert that was told leaves a line there, its latest
                         alone is kept, and synth tells of it on the alert's runbook

An alert fails that tells nobody, or tells anybody whom its application does not mean, or does not tell that it is resolved where that
is to be told. Alerts on logs are evaluated by Loki, and cannot be rehearsed; nor can those that read native histograms.

Exit codes
  0  all rang as they must      1  something is wrong      2  it could not be run

Examples
  npx cheomseong rehearse ShopHighErrorRate
  npx cheomseong rehearse --no-record --junit drills.xml shop/ShopDown billing/BillingDown
  npx cheomseong rehearse --silence ShopDown
`;
