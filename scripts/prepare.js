// Builds. What npm installs globally from git, as pre-commit does, it prepares by an install that is global too and
// brings nothing of what the build needs: then that is fetched first.

import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const fetch = existsSync('node_modules')
  ? []
  : ['npm ci --global=false --ignore-scripts --no-audit --no-fund'];
for (const command of [...fetch, 'npm run build']) execSync(command, { stdio: 'inherit' });
