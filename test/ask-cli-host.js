// Promises: a process that has the built program loaded and runs its `main` as often as it is asked to, one run after the
// other: each finds arguments, folder and streams as in a process of its own, and what it wrote is the answer.

import { Readable, Writable } from 'node:stream';
import { main } from '../dist/js/main.js';

/** @typedef {import('./ask-cli.js').Asked} Asked */

const [node = '', host = ''] = process.argv;

process.on('message', async (/** @type {Asked} */ { args, cwd, stdin }) => {
  const stdout = createCatcher(process.stdout.fd);
  const stderr = createCatcher(process.stderr.fd);
  replaceStream('stdin', Readable.from([Buffer.from(stdin)], { objectMode: false }));
  replaceStream('stdout', stdout.stream);
  replaceStream('stderr', stderr.stream);
  process.argv = [node, host, ...args];
  process.chdir(cwd);
  const before = process.cpuUsage();
  const code = await main(args);
  const { user, system } = process.cpuUsage(before);
  // A run waits for its own end by SIGINT.
  process.removeAllListeners('SIGINT');
  const answer = { stdout: stdout.text(), stderr: stderr.text(), code };
  process.send?.({ answer, milliseconds: (user + system) / 1000 });
});

/**
 * A stream that keeps what is written to it; to who asks for its file it is a pipe, as that of this process.
 * @param {number} fd
 */
function createCatcher(fd) {
  /** @type {Buffer[]} */
  const pieces = [];
  const stream = new Writable({
    write(piece, _, done) {
      // Who writes may use the bytes again.
      pieces.push(Buffer.from(piece));
      done();
    },
  });
  return { stream: Object.assign(stream, { fd }), text: () => Buffer.concat(pieces).toString() };
}

/**
 * @param {'stdin' | 'stdout' | 'stderr'} name
 * @param {Readable | Writable} stream
 */
function replaceStream(name, stream) {
  Object.defineProperty(process, name, { value: stream, configurable: true });
}
