// Builds. Where npm has brought nothing of what the build needs, that is fetched first: what it installs globally from git, as
// pre-commit does, it prepares by an install that is global too, and for production it leaves out what only a build needs.

import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const fetch = existsSync('node_modules/rolldown')
  ? []
  : ['npm ci --global=false --include=dev --ignore-scripts --no-audit --no-fund'];
for (const command of [...fetch, 'npm run build']) execSync(command, { stdio: 'inherit' });
