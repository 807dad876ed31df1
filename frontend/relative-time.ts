/**
 * Shows how long ago an instant is, ticking in the browser; all elements of a page share one timer. Instants are by the server's clock,
 * which this one may differ from: `phClockAhead` says by how many milliseconds the server's is ahead.
 */
declare global {
  interface Window {
    phClockAhead?: number;
  }
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const shown = new Set<RelativeTime>();
let timer: number | undefined;

function inWords(milliseconds: number): string {
  if (milliseconds < MINUTE) return `${Math.floor(milliseconds / SECOND)} s`;
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)} min`;
  if (milliseconds < DAY) {
    const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
    return `${Math.floor(milliseconds / HOUR)} h${minutes ? ` ${minutes} min` : ''}`;
  }
  return `${Math.floor(milliseconds / DAY)} d`;
}

class RelativeTime extends HTMLElement {
  static readonly observedAttributes = ['at', 'suffix'];

  connectedCallback() {
    shown.add(this);
    timer ??= window.setInterval(() => shown.forEach((element) => element.show()), SECOND);
    this.show();
  }

  disconnectedCallback() {
    shown.delete(this);
    if (!shown.size) {
      window.clearInterval(timer);
      timer = undefined;
    }
  }

  attributeChangedCallback() {
    this.show();
  }

  private show() {
    const at = Date.parse(this.getAttribute('at') ?? '');
    if (Number.isNaN(at)) {
      this.textContent = '–';
      return;
    }
    const text = inWords(Math.max(0, Date.now() + (window.phClockAhead ?? 0) - at)) + (this.getAttribute('suffix') ?? '');
    if (this.textContent !== text) this.textContent = text;
    this.title = new Date(at).toLocaleString();
  }
}

customElements.define('relative-time', RelativeTime);

export {};
