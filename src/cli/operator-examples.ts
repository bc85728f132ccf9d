/** What `--help` of the commands for operators shows below their settings. */

export const volumes = `
Examples:
  cinderblock volumes --status 'error*'       what somebody has to see to
  cinderblock volumes --server SERVER         what a server has attached
  cinderblock volumes 42                      one volume with its snapshots, backups and jobs
  cinderblock volumes --json | jq -r 'select(.ownBytes > 1e11) | .id'

USED is what the layers of a volume hold, shared or not; OWN what would be free without it.`;

export const layers = `
Examples:
  cinderblock layers                          every layer, with those that lie on it below it
  cinderblock layers VOLUME                   the layers that a volume reads
  cinderblock layers --json | jq -s 'map(.diskBytes) | add'`;

export const jobs = `
Examples:
  cinderblock jobs
  cinderblock jobs --json | jq 'select(.attempts >= 3)'

A job is waiting (nobody has it, or it is to be tried again), running, or overdue: whoever had it has not
renewed its lease. An overdue job is taken up by the server that runs, or by the next that starts.`;

export const check = `
Examples:
  cinderblock check                           the catalog, the layers, and one against the other
  cinderblock check --backups                 also whether every object of every backup is there
  cinderblock check --deep                    also reads them all and compares digests
  cinderblock check --json | jq -r 'select(.severity == "damage") | .where'

Ends with 0 when nothing was found, 1 with findings (notes alone are none), 2 when it could not check. It may
run beside a server, and never changes anything. Findings are damage (bytes are lost or would be read wrongly),
warnings (something is left over or stuck) and notes.`;

export const importing = `
Examples:
  cinderblock import disk.raw 42              into the volume with the number 42
  curl -s https://images.example.com/disk.raw | cinderblock import - VOLUME
  zstd -dc disk.raw.zst | cinderblock import - VOLUME

All of the volume is replaced: behind a file that is smaller there are zeros; one that is larger is refused. The
volume changes at the end, at once: an import that is broken off, by whatever, leaves it as it was. Its snapshots
keep what they have. Zeros of the file take up no space.

No server may run on the folder meanwhile. Beside one, attach the volume and write to it with nbdcopy, by the
address that \`cinderblock volumes VOLUME\` shows.`;

export const exporting = `
Examples:
  cinderblock export 42 disk.raw
  cinderblock export SNAPSHOT - | zstd > disk.raw.zst
  cinderblock export VOLUME - | sha256sum

The file has its name when it is whole, and is not written over without --force. No server may run on the folder
meanwhile. Beside one, attach the volume and read it with nbdcopy, by the address that \`cinderblock volumes VOLUME\`
shows.`;
