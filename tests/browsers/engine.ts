import { spawn, type ChildProcess } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import puppeteer, { type KeyInput } from 'puppeteer-core';
import { Builder, Capabilities, Key } from 'selenium-webdriver';

/** One browser with one window, as far as a reader's hands and eyes go. */
export interface Engine {
  /** Loads an address anew, whatever was there before. */
  open(address: string): Promise<void>;
  /** What an expression gives on the page: data alone. */
  see(expression: string): Promise<unknown>;
  type(words: string): Promise<void>;
  press(key: 'Tab' | 'Enter' | 'Escape'): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}

const DISPLAY = ':87';

/** Chromium and Firefox over WebDriver BiDi, without a download of their own. */
async function bidi(browser: 'chrome' | 'firefox', executablePath: string): Promise<Engine> {
  const args = browser === 'chrome' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const running = await puppeteer.launch({ browser, executablePath, headless: true, args, defaultViewport: { width: 1280, height: 900 } });
  let page = await running.newPage();
  return {
    // A new tab each time: no page kept in memory, and nothing typed, is left over.
    open: async (address) => {
      const last = page;
      page = await running.newPage();
      await last.close();
      await page.goto(address, { waitUntil: 'load' });
    },
    see: (expression) => page.evaluate(expression),
    type: (words) => page.keyboard.type(words),
    press: (key: KeyInput) => page.keyboard.press(key),
    // Page.goBack waits in Firefox for a load that a page kept in memory never has.
    back: async () => void (await page.evaluate('history.back()')),
    close: () => running.close(),
  };
}

/** WebKitGTK by its own driver, on a screen that nobody sees. */
async function webkit(): Promise<Engine> {
  const binary = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').toSorted().at(-1);
  if (binary === undefined) throw new Error('There is no MiniBrowser of WebKitGTK on this machine; "npm run test:browsers" installs it.');
  const port = await freePort();
  const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x1024x24'], { stdio: 'ignore' });
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY } });
  const session = await startSession(port, binary).catch((error: unknown) => {
    stop(driver, screen);
    throw error;
  });
  const keys = { Tab: Key.TAB, Enter: Key.ENTER, Escape: Key.ESCAPE };
  return {
    open: async (address) => {
      await session.get('about:blank');
      await session.get(address);
    },
    see: (expression) => session.executeScript(`return (${expression})`),
    type: (words) => session.actions().sendKeys(words).perform(),
    press: (key) => session.actions().sendKeys(keys[key]).perform(),
    back: () => session.navigate().back(),
    close: async () => {
      await session.quit();
      stop(driver, screen);
    },
  };
}

async function startSession(port: number, binary: string) {
  const server = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 50; tries += 1) {
    const isUp = await fetch(`${server}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    await new Promise((done) => setTimeout(done, 200));
  }
  const wanted = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } });
  return new Builder().usingServer(server).withCapabilities(wanted).build();
}

function stop(...programs: readonly ChildProcess[]): void {
  for (const program of programs) program.kill();
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The engines that readers come with, by name, each started by its function. */
export const ENGINES: readonly (readonly [string, () => Promise<Engine>])[] = [
  ['Chromium', () => bidi('chrome', process.env['CODICIL_CHROMIUM'] ?? '/usr/bin/chromium')],
  ['Firefox', () => bidi('firefox', '/usr/bin/firefox-esr')],
  ['WebKitGTK', webkit],
];
