/** What the address of a comparison asks for, after its `#`. */
export type Asked =
  /** Nothing, or a place of the page's own frame. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pair'; readonly from: string; readonly to: string; readonly place?: string | undefined }
  /** `point` is the name of a version, or a day. */
  | { readonly kind: 'since'; readonly point: string }
  | { readonly kind: 'unreadable'; readonly text: string };

const NAME = '[a-z0-9][a-z0-9-]*';
const PAIR = new RegExp(`^(${NAME})\\.\\.(${NAME})(?::(.+))?$`, 'u');
const SINCE = new RegExp(`^since=(${NAME})$`, 'u');

/** Reads `location.hash`. Whether there are such versions is for others to say. Never throws. */
export function readFragment(hash: string): Asked {
  const text = decoded(hash.replace(/^#/u, ''));
  // The frame's own ids begin with `_`.
  if (text === '' || text.startsWith('_')) return { kind: 'nothing' };
  const [, from, to, place] = PAIR.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return { kind: 'pair', from, to, place };
  const [, point] = SINCE.exec(text) ?? [];
  return point === undefined ? { kind: 'unreadable', text } : { kind: 'since', point };
}

/** A mail program may have escaped the signs of an address; what cannot be made out stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
