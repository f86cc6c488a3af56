// tally.js FOLDER FAILED-COMMANDS : adds up what the test runners wrote into a folder, and prints the closing line of a whole run.
// A runner that left no results, and a command that failed for another reason than a test, count as one failure each.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '', commands = ''] = process.argv.slice(2);

function read(file) {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch {
    return undefined;
  }
}

// The results themselves, and those of the same tests under other clocks, each in a folder named after its day.
const clocks = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const counts = Object.fromEntries(['', ...clocks].flatMap((place) => countsIn(place)));

/** What vitest says of its tests. */
function unitCount(result) {
  return (
    result && {
      passed: result.numPassedTests,
      // A file that could not be loaded fails without having a failed test.
      failed: Math.max(result.numFailedTests, result.success ? 0 : 1),
      skipped: result.numPendingTests + result.numTodoTests,
    }
  );
}

function countsIn(place) {
  const [unit, site] = [read(join(place, 'unit.json')), read(join(place, 'site.json'))];
  const on = place === '' ? '' : ` with the clock on ${place}`;
  return [
    [`unit tests${on}`, unitCount(unit)],
    [
      `browser tests${on}`,
      site && {
        passed: site.stats.expected,
        failed: Math.max(site.stats.unexpected + site.stats.flaky, site.errors.length > 0 ? 1 : 0),
        skipped: site.stats.skipped,
      },
    ],
    ...(place === '' ? [['tests in three browser engines', unitCount(read('browsers.json'))]] : []),
  ];
}

let passed = 0;
let failed = 0;
for (const [name, count] of Object.entries(counts)) {
  passed += count?.passed ?? 0;
  failed += count?.failed ?? 1;
  console.log(count ? `${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped` : `${name}: did not run`);
}
for (const command of commands.split(',').filter(Boolean)) {
  // The failures of the tests are counted above.
  if (/ (?:test|run test:(?:browsers|clocks))$/.test(command) && failed > 0) continue;
  failed += 1;
  console.log(`${command}: failed`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
