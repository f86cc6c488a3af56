import { sinceFragment } from '../../urls.ts';
import { dayIn, type PageLine } from './page-lines.ts';
import { button, part, type Say } from './page-parts.ts';
import { standingOn } from './since.ts';

/**
 * Lets a reader keep on the device which version was read last. Nothing is stored before the button is pressed: then the name of
 * a version under one key, which `/<policy>/` looks up; the other button takes it away.
 */
export function rememberBox(box: HTMLElement, lines: readonly PageLine[], say: Say, { policy = '', current = '' }: DOMStringMap): void {
  const key = `read:${policy}`;
  const [remember, forget] = [button(box, 'remember'), button(box, 'forget')];
  const status = part(box, '[role=status]');
  const show = (said?: string): void => {
    const version = stored(key);
    status.textContent = said ?? (version === undefined ? say('rememberOff') : say('rememberOn', { version }));
    remember.textContent = say(version === undefined ? 'rememberButton' : 'rememberAgain');
    forget.hidden = version === undefined;
    const link = box.querySelector('a');
    if (!link) return;
    link.hidden = version === undefined;
    link.href = `#${sinceFragment(version ?? '')}`;
    link.textContent = say('rememberSince', { version });
  };
  const change = (how: () => void, said?: string): void => {
    try {
      how();
      show(said);
    } catch {
      show(say('rememberFailed'));
    }
  };
  const store = async (): Promise<void> => {
    const { current: now } = standingOn(lines, await dayIn(current));
    if (now) change(() => localStorage.setItem(key, now.version));
  };
  remember.addEventListener('click', () => void store());
  forget.addEventListener('click', () => {
    change(() => localStorage.removeItem(key), say('rememberForgotten'));
    // The button that was pressed is gone.
    remember.focus();
  });
  box.hidden = standingOn(lines, (zone) => new Date().toLocaleDateString('sv', { timeZone: zone })).current === undefined;
  show();
}

function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
