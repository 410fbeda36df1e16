/** Logs of programs look like chats: in place of who wrote a line is what wrote it, or how bad it is. */

const level =
  /(?:^|[.\s[(])(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERR|ERROR|CRIT|CRITICAL|FATAL|SEVERE|trace|debug|info|notice|warn|warning|err|error|crit|critical|fatal|severe)(?:$|[\s\])])/;
/** `db.pool`, `sshd[44]`, `worker_1`. */
const program = /^[a-z][\w/-]*(?:[._/][\w/-]+|\[\d+\])+$/;
/** `server`: people have such names too. */
const word = /^[a-z][\w/-]*$/;

/** Whether most of `names` are no people; `strange`: nor are they in a form in which people are known to be. */
export function areLogNames(names: readonly string[], strange: boolean): boolean {
  const ofLogs = names.filter(
    (name) => level.test(name) || program.test(name) || (strange && word.test(name)),
  );
  return ofLogs.length * 2 > names.length;
}
