export const reviewHelp = `Says what a change does to whoever is on call: what the estate means now, against another revision, the worst first.

  cheomseong review [-- BASE]

BASE is a revision of git; by default it is where this branch left what it is to be merged into: what the forge's variables name, else
main or master, of origin first. BASE... is where this branch left BASE. What is compared is the working tree, with what nobody has committed yet.

Options
      --head REVISION     that revision, not the working tree
      --page FILE         writes the page to FILE, and to standard output only what else is asked for
      --json              the findings for programs, in the place of the page
      --changed-dashboards  the uids of the dashboards that differ, a line each, in the place of the page
      --annotations FORGE github or gitlab: the findings that whoever is on call notices, at lines of what is written, as workflow
                          commands or a Code Quality report; with --page
      --meaning           what the working tree means, as JSON of its own form: what two revisions are compared by
  -h, --help              this text

Neither your files nor your index nor your worktrees are touched: the base is put into a folder for a while. Its meaning is kept by commit.

Exit codes
  0  both could be compared, whatever differs      2  they could not

Example
  npx cheomseong review -- main
`;
