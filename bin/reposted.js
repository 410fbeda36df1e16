#!/usr/bin/env node
import { main } from '../dist/main.js';

// A reader that leaves early (`| head`) is no error.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
