export const secretsHelp = `Holds the Secrets that clusters have against those that they need. No value is shown, nor anything of one.

  cheomseong secrets check      of a cluster, whose Secrets stand on standard input: which is missing, which key of one, which value is
                                empty, ends with a newline, or cannot be what it is for
  cheomseong secrets sealed     of the folders in which sealed ones are kept: which is missing there, or a key of it

Options
      --cluster NAME     of this cluster alone; check needs it where the estate has several
      --json             what is wrong, for programs
  -h, --help             this text

Exit codes
  0  all are there      1  something is missing or wrong      2  it could not be run

Examples
  kubectl get secrets -A -o json | npx cheomseong secrets check --cluster production
  npx cheomseong secrets sealed
`;
