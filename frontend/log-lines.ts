/**
 * Shows lines of logs by time and follows them as long as people look at the end. What is searched for is marked, and only lines that match are
 * shown. It holds the newest few thousand lines.
 */
const HELD = 5000;
const AT_THE_END = 48;
/** Many programs write time and level themselves; what stands beside the line already is not shown twice. */
const OWN_TIME = /^\[?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d+))?(Z|[+-]\d\d:?\d\d)\]?\s+/;
const SAME_TIME = 2000;
const LEVELS = ['ERROR', 'WARN', 'INFO', 'DEBUG'];

interface Line {
  /** Counts lines as they arrived. */
  n: number;
  /** Microseconds since 1970. */
  at: number;
  pod: string;
  container: string;
  /** One of LEVELS, or empty. */
  level: string;
  text: string;
}

interface Row {
  line: Line;
  /** What is shown of its text. */
  words: string;
  element: HTMLElement;
  text: HTMLElement;
}

const clock = new Intl.DateTimeFormat([], {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
});

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en').replaceAll(',', '\u202f')} ${noun}${count === 1 ? '' : 's'}`;
}

function span(style: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = style;
  element.textContent = text;
  return element;
}

function withoutOwnTime(text: string, at: Date): string {
  const own = OWN_TIME.exec(text);
  if (!own) return text;
  const time = Date.parse(`${own[1]}T${own[2]}.${(own[3] ?? '0').slice(0, 3)}${own[4]}`);
  return Math.abs(time - at.getTime()) < SAME_TIME ? text.slice(own[0].length) : text;
}

function withoutOwnLevel(text: string, level: string): string {
  return level && text.startsWith(`${level} `) ? text.slice(level.length).trimStart() : text;
}

/** What tells the pods of one service apart comes last in their names. */
function shortName(pod: string): string {
  return pod.slice(pod.lastIndexOf('-') + 1);
}

class LogLines extends HTMLElement {
  private rows: Row[] = [];
  private readonly body = document.createElement('div');
  private readonly count = span('ph-log-count', '');
  private readonly toEnd = document.createElement('button');
  private words = '';
  private gravest = '';
  private pod = '';
  private unseen = 0;
  private follows = true;
  private readonly resized = new ResizeObserver(() => this.follow());

  connectedCallback() {
    this.resized.observe(this.body);
    if (this.body.isConnected) return;
    this.body.className = 'ph-log-body';
    this.body.tabIndex = 0;
    this.body.setAttribute('role', 'log');
    this.body.setAttribute('aria-live', 'off');
    this.body.setAttribute('aria-label', 'Log lines');
    this.body.addEventListener('scroll', () => this.scrolled());
    this.toEnd.type = 'button';
    this.toEnd.className = 'ph-log-to-end';
    this.toEnd.hidden = true;
    this.toEnd.addEventListener('click', () => this.goToEnd());
    this.replaceChildren(this.body, this.toEnd, this.count);
    this.showCount();
  }

  disconnectedCallback() {
    this.resized.disconnect();
  }

  /** Adds lines, in any order. */
  add(lines: Line[], skipped: number) {
    if (skipped > 0) this.body.append(this.gap(skipped));
    for (const line of lines) this.insert(line);
    this.trim();
    if (!this.follows) this.unseen += lines.length;
    this.follow();
    this.showCount();
  }

  clear() {
    this.rows = [];
    this.unseen = 0;
    this.follows = true;
    this.body.replaceChildren();
    this.showCount();
  }

  /** Shows only lines that hold the words, are at least so grave, and are of the pod; empty for any. */
  narrow(words: string, gravest: string, pod: string) {
    this.words = words.trim().toLowerCase();
    this.gravest = gravest;
    this.pod = pod;
    this.rows.forEach((row) => this.dress(row));
    this.follow();
    this.showCount();
  }

  private insert(line: Line) {
    const row = this.row(line);
    let index = this.rows.length;
    while (index > 0 && this.comesBefore(line, this.rows[index - 1].line)) index--;
    this.body.insertBefore(row.element, index < this.rows.length ? this.rows[index].element : null);
    this.rows.splice(index, 0, row);
  }

  private comesBefore(one: Line, other: Line): boolean {
    return one.at < other.at || (one.at === other.at && one.n < other.n);
  }

  private row(line: Line): Row {
    const element = document.createElement('div');
    element.className = `ph-log-line ph-log-${line.level.toLowerCase() || 'plain'}`;
    const at = new Date(line.at / 1000);
    const time = span('ph-log-time', clock.format(at));
    time.title = at.toLocaleString();
    const pod = span('ph-log-pod', shortName(line.pod));
    pod.title = `${line.pod}, container ${line.container}`;
    const text = span('ph-log-text', '');
    element.append(time, pod, span('ph-log-level', line.level), text);
    const row = { line, words: withoutOwnLevel(withoutOwnTime(line.text, at), line.level), element, text };
    this.dress(row);
    return row;
  }

  private dress(row: Row) {
    const shown = this.shows(row);
    row.element.hidden = !shown;
    if (shown) this.mark(row);
  }

  private shows({ line, words }: Row): boolean {
    const level = LEVELS.indexOf(line.level);
    return (
      (!this.pod || line.pod === this.pod) &&
      (!this.gravest || (level >= 0 && level <= LEVELS.indexOf(this.gravest))) &&
      (!this.words || words.toLowerCase().includes(this.words))
    );
  }

  private mark(row: Row) {
    const text = row.words;
    if (!this.words) {
      row.text.textContent = text;
      return;
    }
    const parts: (string | HTMLElement)[] = [];
    const lower = text.toLowerCase();
    let from = 0;
    for (let at = lower.indexOf(this.words); at >= 0; at = lower.indexOf(this.words, from)) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(at, at + this.words.length);
      parts.push(text.slice(from, at), mark);
      from = at + this.words.length;
    }
    row.text.replaceChildren(...parts, text.slice(from));
  }

  private gap(skipped: number): HTMLElement {
    const gap = document.createElement('div');
    gap.className = 'ph-log-gap';
    gap.textContent = `${counted(skipped, 'line')} came too fast to be shown`;
    return gap;
  }

  private trim() {
    const surplus = this.rows.splice(0, Math.max(0, this.rows.length - HELD));
    surplus.forEach((row) => row.element.remove());
    while (this.body.firstElementChild?.classList.contains('ph-log-gap')) this.body.firstElementChild.remove();
  }

  private isAtEnd(): boolean {
    return this.body.scrollHeight - this.body.scrollTop - this.body.clientHeight < AT_THE_END;
  }

  private follow() {
    if (this.follows) this.body.scrollTop = this.body.scrollHeight;
  }

  private goToEnd() {
    this.follows = true;
    this.unseen = 0;
    this.follow();
    this.showCount();
  }

  private scrolled() {
    this.follows = this.isAtEnd();
    if (this.follows && this.unseen) {
      this.unseen = 0;
      this.showCount();
    }
  }

  private showCount() {
    const shown = this.rows.filter((row) => !row.element.hidden).length;
    const all = this.rows.length;
    this.count.textContent = shown === all ? counted(all, 'line') : `${shown} of ${counted(all, 'line')}`;
    this.toEnd.hidden = this.unseen === 0;
    this.toEnd.textContent = `${counted(this.unseen, 'new line')} below`;
  }
}

customElements.define('log-lines', LogLines);
