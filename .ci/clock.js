// Preloaded by `npm run test:clocks` into every Node process (NODE_OPTIONS=--import): the machine's clock is as many milliseconds
// ahead as CODICIL_CLOCK_SHIFT says, and the times of files with it, as if the machine itself had been set.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const shift = Number(process.env['CODICIL_CLOCK_SHIFT'] ?? 0);
const RealDate = globalThis.Date;
const realNow = RealDate.now.bind(RealDate);

RealDate.now = () => realNow() + shift;
globalThis.Date = new Proxy(RealDate, {
  construct: (date, given, asked) => Reflect.construct(date, given.length === 0 ? [RealDate.now()] : given, asked),
  apply: () => new RealDate(RealDate.now()).toString(),
});
RealDate.prototype.constructor = globalThis.Date;

const TIMES = ['atime', 'mtime', 'ctime', 'birthtime'];

function shifted(info) {
  if (typeof info?.mtimeMs !== 'number') return info;
  for (const name of TIMES) {
    const time = info[`${name}Ms`] + shift;
    info[`${name}Ms`] = time;
    Object.defineProperty(info, name, { value: new RealDate(time), enumerable: true, configurable: true });
  }
  return info;
}

const unshifted = (time) => (time instanceof RealDate ? new RealDate(time.getTime() - shift) : Number(time) - shift / 1000);

for (const name of ['statSync', 'lstatSync', 'fstatSync']) {
  const real = fs[name];
  fs[name] = (...given) => shifted(real(...given));
}
for (const name of ['stat', 'lstat', 'fstat']) {
  const real = fs[name];
  fs[name] = (...given) => {
    const done = given.pop();
    return real(...given, (error, info) => done(error, shifted(info)));
  };
}
for (const name of ['stat', 'lstat']) {
  const real = fs.promises[name];
  fs.promises[name] = async (...given) => shifted(await real(...given));
}
for (const [place, name] of [
  [fs, 'utimesSync'],
  [fs.promises, 'utimes'],
]) {
  const real = place[name];
  place[name] = (path, atime, mtime) => real(path, unshifted(atime), unshifted(mtime));
}
syncBuiltinESMExports();
