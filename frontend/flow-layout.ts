/** Where nodes and edges of a graph lie, from left to right; a chunk of its own, fetched with the first graph. */
import { Graph, layout } from '@dagrejs/dagre';

export type Box = { id: string; width: number; height: number };
export type Link = { from: string; to: string };
export type Point = { x: number; y: number };
export type Laid = { width: number; height: number; boxes: Map<string, Point>; links: Point[][] };

const GAPS = [76, 60, 48];
/** How many points an edge to the next column has. */
const SHORT = 3;

/** As loose as fits into the room there is; else as tight as can be read. */
export function lay(boxes: Box[], links: Link[], room: number): Laid {
  const attempts = GAPS.map((gap) => () => layWith(boxes, links, gap));
  let laid = attempts[0]!();
  for (const attempt of attempts.slice(1)) {
    if (laid.width <= room) break;
    laid = attempt();
  }
  return laid;
}

function layWith(boxes: Box[], links: Link[], gap: number): Laid {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: gap, edgesep: 8, marginx: 4, marginy: 4 });
  boxes.forEach(({ id, width, height }) => graph.setNode(id, { width, height }));
  links.forEach(({ from, to }, index) => graph.setEdge(from, to, {}, String(index)));
  layout(graph);
  const size = graph.graph() as { width: number; height: number };
  const node = (id: string) => graph.node(id) as Point & { width: number };
  return {
    width: size.width,
    height: size.height,
    boxes: new Map(
      boxes.map(({ id, width, height }) => [id, { x: node(id).x - width / 2, y: node(id).y - height / 2 }]),
    ),
    links: links.map(({ from, to }, index) =>
      sideways((graph.edge(from, to, String(index)) as { points: Point[] }).points, node(from), node(to)),
    ),
  };
}

/** What goes forward leaves on the right and comes in on the left; to the next column it needs no way around others. */
function sideways(points: Point[], from: Point & { width: number }, to: Point & { width: number }) {
  const begin = { x: from.x + from.width / 2, y: from.y };
  const end = { x: to.x - to.width / 2, y: to.y };
  const around = points.length > SHORT ? points.slice(1, -1) : [];
  return begin.x < end.x ? [begin, ...around, end] : points;
}
