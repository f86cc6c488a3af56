// Plain JavaScript, no dependencies, Node >= 18. Installs what package-lock.json asks for, only when something is missing.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pinnedNode, projectNode, root } from './node.js';

const packages = (file) => JSON.parse(readFileSync(root + file, 'utf8')).packages;

/** Why an installation is needed, or '' when everything is there. npm writes its own record last, so half an installation has none. */
function missing() {
  const asked = packages('package-lock.json');
  let have;
  try {
    have = packages('node_modules/.package-lock.json');
  } catch {
    return 'first run, about a minute';
  }
  for (const [path, entry] of Object.entries(asked)) {
    if (path === '' || (have[path] === undefined && entry.optional)) continue;
    if (have[path]?.version !== entry.version || have[path]?.integrity !== entry.integrity)
      return `${path.replace('node_modules/', '')} is not the version of package-lock.json`;
  }
  if (asked[pinnedNode] && !have[pinnedNode]) return 'the Node of this project is missing';
  return '';
}

const reason = missing();
if (reason) {
  console.error(`Installing dependencies (${reason}) …`);
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--engine-strict=false',
  ];
  // npm_execpath can also be npx, yarn or pnpm: only the real thing is used, under the Node it came with, so that npm
  // never runs on the very binary it is about to replace.
  const { npm_execpath: npm = '', npm_node_execpath: node } = process.env;
  // The answer of a command must stay clean, so npm's own words go where the messages go.
  const stdio = ['ignore', 2, 2];
  const child =
    node && npm.endsWith('npm-cli.js')
      ? spawn(node, [npm, ...args], { cwd: root, stdio })
      : spawn('npm', args, { cwd: root, stdio, shell: true });
  // Told to stop, npm would spend half a minute undoing its work while the next start collides with it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGKILL'));
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (status) => resolve(status ?? 130));
  });
  if (code !== 0) {
    console.error('The dependencies could not be installed; the reason stands above. The next run tries again.');
    process.exit(code);
  }
}
try {
  projectNode();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
