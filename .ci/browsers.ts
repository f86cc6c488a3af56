// The slow check in three browser engines: Chromium, Firefox and WebKit (as GTK has it, the nearest to Safari that Linux offers).
// Installs what is missing, on Debian and its relatives; elsewhere it says what to install. Nothing is skipped.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { needBrowser } from './browser.ts';
import { bringPrograms } from './debian.ts';
import { projectNode, root } from './node.js';
import { draftSite, ensureSite } from './site.ts';

const missing = bringPrograms({ 'firefox-esr': 'firefox-esr', WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb' });
if (missing.length > 0) {
  console.error(`${missing.join(', ')} could not be installed. Install Firefox ESR, WebKitGTK’s driver and Xvfb, then run this again.`);
  process.exit(1);
}
const browser = needBrowser();
const built = await ensureSite(draftSite());
if (built !== 0) process.exit(built);
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const args = [vitest, 'run', '--config', 'tests/vitest.config.ts', '--project', 'browsers', ...process.argv.slice(2)];
const env = { ...process.env, CODICIL_BROWSERS: 'yes', CODICIL_CHROMIUM: browser };
process.exit(spawnSync(projectNode(), args, { cwd: root, stdio: 'inherit', env }).status ?? 1);
