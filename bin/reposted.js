#!/usr/bin/env node
import { main } from '../dist/js/main.js';

// Who writes is told of the error too: a reader that leaves early is none, a full disk is one.
process.stdout.on('error', () => {});

process.exitCode = await main(process.argv.slice(2));
