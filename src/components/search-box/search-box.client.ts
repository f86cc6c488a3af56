// All of search that a page loads before somebody asks.
const box = document.querySelector('search');
const load = () => import('./search.client.ts');
const begin = () => load().then((search) => search.begin(box));
box?.addEventListener('focusin', begin);
box?.addEventListener('submit', (event) => event.preventDefault());
// Back from a section, or led here by somebody's link.
if (history.state?.q || location.hash.startsWith('#q=')) void begin();
try {
  // Words to mark in the section that an answer led to.
  if (sessionStorage.length > 0) void load().then((search) => search.markAsked());
} catch {
  // A browser that keeps nothing marks nothing.
}
