#!/usr/bin/env node
import { main } from '../dist/js/main.js';

// Who writes is told of the error too: a reader that leaves early is none, a full disk is one.
process.stdout.on('error', () => {});
// Whom nobody listens to any more cannot be told so: the exit code still says how the run went.
process.stderr.on('error', () => {});

process.exitCode = await main(process.argv.slice(2));
