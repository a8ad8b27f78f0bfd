import type { Tools } from "./tools.ts";
import type { WindowSize } from "./types.ts";
import type { User } from "./users.ts";

/**
 * The keeper of a container's terminal, as a program for perl (Debian's perl-base has all of it):
 * Node.js cannot make a pseudo terminal, and what can is either a compiler away or unable to
 * change the window's size or to tell how the command ended.
 *
 * Arguments: uid and gid that get the terminal, rows, columns, two FIFOs, then the command. What
 * arrives on the first FIFO is typed; a line `<rows> <columns>` on the second one sets the
 * window's size. What the terminal shows goes to standard output. It is opened read-write, so
 * neither FIFO ever ends: the terminal outlives an agent that dies.
 *
 * It ends as the command ended, by the same signal if it was one. It takes no notice of signals
 * that can be caught: they reach the command on their own way.
 */
const TERMINAL_SCRIPT = `use strict; use Fcntl; use POSIX ();
my ($uid, $gid, $rows, $cols, $in, $ctl) = splice @ARGV, 0, 6;
sub fail { print STDERR "Failed to $_[0]: $!\\n"; POSIX::_exit(1) }
sysopen(my $m, "/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK) or fail("open a master pseudo terminal");
my $n = pack("i", 0);
ioctl($m, 0x40045431, $n) or fail("unlock the pseudo terminal");
ioctl($m, 0x80045430, $n) or fail("get the pseudo terminal's path");
my $path = "/dev/pts/" . unpack("i", $n);
chown($uid, $gid, $path);
sysopen(my $s, $path, O_RDWR | O_NOCTTY) or fail("open the pseudo terminal");
sub size { my $size = pack("S4", @_, 0, 0); ioctl($m, 0x5414, $size) }
size($rows, $cols);
sysopen(my $i, $in, O_RDWR | O_NONBLOCK) or fail("open '$in'");
sysopen(my $c, $ctl, O_RDWR | O_NONBLOCK) or fail("open '$ctl'");
my $pid = fork() // fail("fork");
if ($pid == 0) {
  POSIX::setsid();
  ioctl($s, 0x540E, my $steal = 0) or fail("take the pseudo terminal");
  POSIX::dup2(fileno($s), $_) for 0, 1, 2;
  no warnings;
  exec { $ARGV[0] } @ARGV;
  fail("execute '$ARGV[0]'");
}
close($s);
my @caught = qw(HUP INT QUIT USR1 USR2 PIPE ALRM TERM TSTP TTIN TTOU);
$SIG{$_} = sub { } for @caught, "CHLD";
my ($typed, $order, $status) = ("", "");
for (;;) {
  $status = $? if !defined($status) && waitpid($pid, 1) == $pid;
  my ($r, $w) = ("", "");
  vec($r, fileno($m), 1) = 1;
  vec($r, fileno($c), 1) = 1;
  vec($r, fileno($i), 1) = 1 if length($typed) < 65536;
  vec($w, fileno($m), 1) = 1 if length($typed);
  my $ready = select($r, $w, undef, defined($status) ? 0 : 1);
  if ($ready <= 0) { last if defined($status) && $ready == 0; next }
  if (vec($r, fileno($m), 1)) {
    my $got = sysread($m, my $text, 65536);
    if ($got) {
      my $done = 0;
      while ($done < $got) { $done += syswrite(STDOUT, $text, $got - $done, $done) || last }
    } else {
      last if defined($status);
      select(undef, undef, undef, 0.02);
      next;
    }
  }
  if (vec($w, fileno($m), 1)) {
    my $put = syswrite($m, $typed);
    substr($typed, 0, $put) = "" if $put;
  }
  sysread($i, $typed, 65536, length($typed)) if vec($r, fileno($i), 1);
  if (vec($r, fileno($c), 1)) {
    sysread($c, $order, 4096, length($order));
    size($1, $2) while $order =~ s/^(\\d+) (\\d+)\\n//;
    $order = "" if length($order) > 64;
  }
}
my $signal = $status & 127;
if ($signal) { $SIG{$_} = "DEFAULT" for @caught; kill($signal, $$); sleep(1) }
POSIX::_exit($status >> 8);
`;

/** Where the numbers of the system calls above are the usual ones. */
const ARCHITECTURES: ReadonlySet<string> = new Set([
  "x64",
  "arm64",
  "arm",
  "ia32",
  "riscv64",
  "s390x",
  "loong64",
]);

/** What a terminal needs. */
export interface TerminalFiles {
  readonly stdin: string;
  readonly control: string;
}

/** Why this machine cannot give a container a terminal; undefined when it can. */
export function terminalProblem({ perl }: Pick<Tools, "perl">): string | undefined {
  if (!ARCHITECTURES.has(process.arch)) {
    return `Terminals are not supported on processors of type '${process.arch}'`;
  }
  return perl === undefined ? "A terminal needs the program 'perl': install perl-base" : undefined;
}

/** The words that run what follows them in a terminal. */
export function terminalWords(
  { perl = "perl" }: Pick<Tools, "perl">,
  user: User | undefined,
  { rows, columns }: WindowSize,
  { stdin, control }: TerminalFiles,
): readonly string[] {
  const uid = user?.uid ?? process.geteuid?.() ?? 0;
  const gid = user?.gid ?? process.getegid?.() ?? 0;
  const numbers = [uid, gid, rows, columns].map(String);
  return [perl, "-e", TERMINAL_SCRIPT, "--", ...numbers, stdin, control];
}
