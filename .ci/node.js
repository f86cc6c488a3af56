// Plain JavaScript, no dependencies, Node >= 18: this file runs before anything is installed.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Where npm puts the Node that this project pins, on this platform; the package names write `win` for `win32`. */
export const pinnedNode = `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

function newEnough(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 26 || (major === 24 && minor >= 15);
}

/** The Node to run the project with: the pinned one when this platform has it, else the running one. */
export function projectNode() {
  const own = `${root}${pinnedNode}/bin/node${process.platform === 'win32' ? '.exe' : ''}`;
  if (existsSync(own)) return own;
  if (newEnough()) return process.execPath;
  throw new Error(`This project needs Node 24.15 or newer (found ${process.version}): https://nodejs.org`);
}
