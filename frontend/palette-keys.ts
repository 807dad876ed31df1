/** The keys of the palette: up and down choose among what was found, Enter goes there. The cursor stays where people type. */
declare global {
  interface Window {
    pilothousePaletteKeys(search: HTMLElement, results: HTMLElement): void;
  }
}

const SELECTED = 'aria-selected';

window.pilothousePaletteKeys = (search, results) => {
  if (search.dataset.keys) return;
  search.dataset.keys = 'on';
  const rows = () => [...results.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  const choose = (row: HTMLElement) => {
    rows().forEach((other) => other.setAttribute(SELECTED, String(other === row)));
    row.scrollIntoView({ block: 'nearest' });
  };
  search.addEventListener('keydown', (event) => {
    const all = rows();
    const now = all.findIndex((row) => row.getAttribute(SELECTED) === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = all[(now + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length];
      if (next) choose(next);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      all[Math.max(now, 0)]?.click();
      event.preventDefault();
    }
  });
};

export {};
