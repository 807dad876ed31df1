/** Services and topics, and what flows between them. Nodes are links; who points at one sees what it is connected with. */
import type { Laid, Point } from './flow-layout';

type Node = {
  id: string;
  kind: 'service' | 'topic';
  name: string;
  place: string;
  path: string;
  state: string;
  word: string;
  reason: string;
};
type Edge = { from: string; to: string; words: string; width?: number; rate?: string };
type Picture = { nodes: Node[]; edges: Edge[] };

const SVG = 'http://www.w3.org/2000/svg';
const HEAD = 7;
const UNKNOWN_WIDTH = 1.5;

class FlowGraph extends HTMLElement {
  private picture?: Picture;
  private shape = '';
  private laid?: Laid;
  private readonly plane = document.createElement('div');
  private readonly lines = document.createElementNS(SVG, 'svg');

  connectedCallback() {
    if (!this.plane.isConnected) {
      this.plane.className = 'ph-flow-plane';
      this.lines.setAttribute('aria-hidden', 'true');
      this.append(this.plane);
    }
    if (this.picture) void this.draw();
  }

  /** Shows this graph in place of the one before; while nodes and edges stay, so does the layout. */
  show(picture: Picture) {
    this.picture = picture;
    if (this.isConnected) void this.draw();
  }

  private async draw() {
    const { lay } = await import('./flow-layout');
    if (!this.picture) return;
    const { nodes, edges } = this.picture;
    const shape = JSON.stringify([nodes.map((node) => [node.id, node.place]), edges.map((edge) => [edge.from, edge.to])]);
    if (shape !== this.shape) {
      const links = nodes.map((node) => this.link(node));
      this.plane.replaceChildren(this.lines, ...links);
      const boxes = links.map((link, index) => ({
        id: nodes[index]!.id,
        width: Math.ceil(link.offsetWidth),
        height: Math.ceil(link.offsetHeight),
      }));
      this.laid = lay(boxes, edges, this.clientWidth);
      this.shape = shape;
      links.forEach((link, index) => this.place(link, this.laid!.boxes.get(nodes[index]!.id)!));
      this.plane.style.width = `${this.laid.width}px`;
      this.plane.style.height = `${this.laid.height}px`;
    }
    this.tell(nodes, edges);
    this.connect(edges);
    this.dataset.nodes = String(nodes.length);
  }

  private link({ id, kind, name, place, path }: Node) {
    const link = document.createElement('a');
    link.className = `ph-flow-node ph-flow-${kind}`;
    link.href = path;
    link.toggleAttribute('router-link', true);
    link.dataset.id = id;
    const dot = document.createElement('span');
    dot.className = 'ph-dot';
    const text = document.createElement('span');
    text.className = 'ph-flow-text';
    text.append(this.words('ph-flow-name', name));
    if (place) text.append(this.words('ph-flow-place', place));
    link.append(dot, text);
    link.addEventListener('pointerenter', () => this.point(id));
    link.addEventListener('pointerleave', () => this.point());
    link.addEventListener('focus', () => this.point(id));
    link.addEventListener('blur', () => this.point());
    return link;
  }

  private words(style: string, content: string) {
    const words = document.createElement('span');
    words.className = style;
    words.append(content);
    return words;
  }

  private place(link: HTMLElement, { x, y }: Point) {
    link.style.left = `${Math.round(x)}px`;
    link.style.top = `${Math.round(y)}px`;
  }

  /** What changes while the layout stays: states, and what each node is connected with, in words. */
  private tell(nodes: Node[], edges: Edge[]) {
    const links = new Map([...this.plane.querySelectorAll<HTMLElement>('a')].map((link) => [link.dataset.id, link]));
    for (const node of nodes) {
      const link = links.get(node.id);
      const flows = edges
        .filter(({ from, to }) => from === node.id || to === node.id)
        .map(({ words, rate }) => (rate ? `${words}, ${rate}` : words));
      const state = node.reason ? `${node.word}: ${node.reason}` : node.word;
      if (!link) continue;
      link.dataset.state = node.state;
      link.querySelector('.ph-dot')!.className = `ph-dot ph-${node.state}`;
      link.title = [`${node.kind === 'topic' ? 'Topic' : 'Service'} ${node.name}`, state, ...flows].join('\n');
      link.setAttribute('aria-label', [`${node.kind} ${node.name}`, state, ...flows].join('; '));
    }
  }

  private connect(edges: Edge[]) {
    const { width, height, links } = this.laid!;
    this.lines.setAttribute('width', String(width));
    this.lines.setAttribute('height', String(height));
    this.lines.replaceChildren(
      ...edges.flatMap((edge, index) => {
        const points = links[index]!;
        const end = points[points.length - 1]!;
        const line = document.createElementNS(SVG, 'path');
        line.setAttribute('d', curve([...points.slice(0, -1), { x: end.x - HEAD, y: end.y }]));
        line.setAttribute('stroke-width', String(edge.width ?? UNKNOWN_WIDTH));
        line.setAttribute('class', edge.width === undefined ? 'ph-flow-line ph-flow-unknown' : 'ph-flow-line');
        const head = document.createElementNS(SVG, 'path');
        const half = Math.max(4, (edge.width ?? UNKNOWN_WIDTH) / 2 + 2.5);
        head.setAttribute('d', `M${end.x} ${end.y}l${-HEAD - 1} ${-half}v${2 * half}z`);
        head.setAttribute('class', 'ph-flow-head');
        const parts: SVGElement[] = [line, head];
        if (edge.rate) parts.push(this.rate(edge.rate, line.getPointAtLength(line.getTotalLength() / 2)));
        parts.forEach((part) => Object.assign(part.dataset, { from: edge.from, to: edge.to }));
        return parts;
      }),
    );
  }

  private rate(words: string, { x, y }: Point) {
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', String(x));
    text.setAttribute('y', String(y - 5));
    text.setAttribute('class', 'ph-flow-rate');
    text.append(words);
    return text;
  }

  /** Lets all step back that is not connected with this node. */
  private point(id?: string) {
    const near = new Set(id ? [id] : []);
    this.picture?.edges.forEach(({ from, to }) => {
      if (from === id) near.add(to);
      if (to === id) near.add(from);
    });
    this.plane.querySelectorAll<HTMLElement>('a').forEach((link) => {
      link.classList.toggle('ph-flow-far', id !== undefined && !near.has(link.dataset.id ?? ''));
    });
    this.lines.querySelectorAll<SVGElement>('[data-from]').forEach((part) => {
      const { from, to } = part.dataset;
      part.classList.toggle('ph-flow-far', id !== undefined && from !== id && to !== id);
      part.classList.toggle('ph-flow-near', id !== undefined && (from === id || to === id));
    });
  }
}

/** Through all points, leaving each one sideways. */
function curve(points: Point[]) {
  const [first, ...rest] = points;
  let from = first!;
  let path = `M${from.x} ${from.y}`;
  for (const to of rest) {
    const middle = (from.x + to.x) / 2;
    path += `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
    from = to;
  }
  return path;
}

customElements.define('flow-graph', FlowGraph);
