import href from './search-box.css?url';

/** Loads the styles of answers and marks, once, when there are some. */
export function showStyles(): void {
  if (document.querySelector(`link[href="${href}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
}
