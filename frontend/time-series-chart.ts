/** Lines over time, one for each pod or broker. Where there is no point the line breaks: nobody measured there. */
import type { Chart, Option } from './echarts';
import { written, type Unit } from './figures';

type Series = { name: string; points: [number, number | null][] };
type Picture = { unit: Unit; from: number; to: number; series: Series[] };

const COLOURS = 8;

class TimeSeriesChart extends HTMLElement {
  private plot?: HTMLDivElement;
  private chart?: Chart;
  private picture?: Picture;
  private readonly resized = new ResizeObserver(() => this.chart?.resize());
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');
  private readonly chosen = new MutationObserver(() => this.draw());
  private readonly recolour = () => this.draw();

  connectedCallback() {
    this.scheme.addEventListener('change', this.recolour);
    this.chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme'] });
    if (this.picture) void this.open();
  }

  disconnectedCallback() {
    this.scheme.removeEventListener('change', this.recolour);
    this.chosen.disconnect();
    this.resized.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  /** Shows these lines in place of those before. */
  show(picture: Picture) {
    this.picture = picture;
    if (this.chart) this.draw();
    else void this.open();
  }

  private async open() {
    const { init } = await import('./echarts');
    if (!this.isConnected || this.chart) return;
    this.plot ??= this.appendChild(document.createElement('div'));
    this.plot.className = 'ph-plot';
    this.chart = init(this.plot);
    this.resized.observe(this);
    this.draw();
  }

  private draw() {
    if (!this.chart || !this.picture) return;
    this.chart.setOption(this.option(this.picture), { replaceMerge: ['series'] });
    this.dataset.series = String(this.picture.series.length);
  }

  /** A canvas knows no custom properties: they are read here, anew when the colours change. */
  private colour(name: string) {
    const probe = document.createElement('span');
    probe.style.color = `var(${name})`;
    this.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  }

  private option({ unit, from, to, series }: Picture): Option {
    const text = this.colour('--ph-text-3');
    const line = this.colour('--ph-line');
    const colours = Array.from({ length: COLOURS }, (_, index) => this.colour(`--ph-c${index + 1}`));
    return {
      animation: false,
      color: colours,
      textStyle: { fontFamily: 'Inter Variable, sans-serif' },
      grid: { left: 4, right: 12, top: 10, bottom: 30, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      legend: {
        type: 'scroll',
        bottom: 0,
        left: 0,
        icon: 'roundRect',
        itemWidth: 10,
        itemHeight: 3,
        itemGap: 16,
        textStyle: { color: text, fontSize: 11 },
        pageTextStyle: { color: text },
        pageIconColor: text,
        pageIconInactiveColor: line,
      },
      tooltip: {
        trigger: 'axis',
        order: 'valueDesc',
        confine: true,
        backgroundColor: this.colour('--ph-surface'),
        borderColor: this.colour('--ph-line-strong'),
        textStyle: { color: this.colour('--ph-text'), fontSize: 12 },
        valueFormatter: (value) => (typeof value === 'number' ? written(value, unit) : '–'),
      },
      xAxis: {
        type: 'time',
        min: from,
        max: to,
        axisLabel: { color: text, hideOverlap: true, fontSize: 11 },
        axisLine: { lineStyle: { color: line } },
        axisTick: { lineStyle: { color: line } },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: unit === 'SHARE' ? (range) => Math.max(range.max, 0.01) : undefined,
        minInterval: unit === 'COUNT' ? 1 : undefined,
        splitNumber: 4,
        axisLabel: { color: text, fontSize: 11, formatter: (value: number) => written(value, unit) },
        splitLine: { lineStyle: { color: line } },
      },
      series: series.map(({ name, points }) => ({
        id: name,
        name,
        type: 'line',
        showSymbol: points.length === 1,
        symbolSize: 4,
        connectNulls: false,
        lineStyle: { width: 1.6 },
        data: points,
      })),
    };
  }
}

customElements.define('time-series-chart', TimeSeriesChart);
