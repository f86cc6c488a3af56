// The slow check of Word files with other programs than ours: pandoc and LibreOffice read what we write and write what we read.
// Installs them where they are missing, on Debian and its relatives; elsewhere it says what to install. Nothing is skipped.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bringPrograms } from './debian.ts';
import { projectNode, root } from './node.js';

const missing = bringPrograms({ pandoc: 'pandoc', soffice: 'libreoffice-writer-nogui' });
if (missing.length > 0) {
  console.error(`${missing.join(' and ')} could not be installed. Install pandoc and LibreOffice Writer, then run this again.`);
  process.exit(1);
}
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const args = [vitest, 'run', '--config', 'tests/vitest.config.ts', '--project', 'word', ...process.argv.slice(2)];
const ended = spawnSync(projectNode(), args, { cwd: root, stdio: 'inherit', env: { ...process.env, CODICIL_WORD: 'yes' } });
process.exit(ended.status ?? 1);
