import type { Bar, Chart, ChartPoint } from '../../../shared/panel/overviewTypes.ts';
import { html } from '../../cli/agreement/page/html.ts';
import type { Html } from '../../cli/agreement/page/html.ts';

/** A chart as a picture that needs nothing else; its words stand in it and in its title. */
export function chartPicture(chart: Chart): Html {
    const { empty, heading, kind, target } = chart;
    const picture = kind === 'months' ? months(chart) : bars(chart);
    return html`<figure class="chart ${kind}">
        <figcaption>
            ${heading}${target === null ? '' : html` <small>┄ ${target.text}</small>`}
        </figcaption>
        ${empty === null ? picture : html`<p class="empty">${empty}</p>`}
    </figure>`;
}

/** A share on a line: filled up to its value, with the likely range as a thin line and what was agreed as a mark. */
export function barPicture({ high, low, target, value }: Bar): Html {
    return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="8" />
        <rect class="fill" width="${percent(value)}" height="8" />
        ${
            low === null || high === null
                ? ''
                : html`<rect
                      class="range"
                      x="${percent(low)}"
                      y="3.2"
                      width="${percent(high - low)}"
                      height="1.6"
                  />`
        }
        ${
            target === null
                ? ''
                : html`<rect class="target" x="${percent(target) - 0.4}" width="0.8" height="8" />`
        }
    </svg>`;
}

const WIDTH = 340;
const HEIGHT = 130;
/** Above the columns for their texts, and below for their names. */
const TOP = 20;
const BOTTOM = 30;

function months({ points, summary, target }: Chart): Html {
    const step = WIDTH / Math.max(1, points.length);
    const inner = HEIGHT - TOP - BOTTOM;
    const y = (value: number): number => round(TOP + inner * (1 - clamp(value)));
    const column = ({ basis, high, label, low, text, tone, value }: ChartPoint, i: number) => {
        const middle = round(step * (i + 0.5));
        const width = round(Math.min(34, step * 0.6));
        const top = y(Math.max(value ?? 0, high ?? 0)) - 4;
        return html`<g>
            <title>${label}: ${text}${basis === null ? '' : ` (${basis})`}</title>
            ${
                value === null
                    ? ''
                    : html`<rect
                          class="fill ${tone}"
                          x="${round(middle - width / 2)}"
                          y="${y(value)}"
                          width="${width}"
                          height="${round(HEIGHT - BOTTOM - y(value))}"
                      />`
            }
            ${
                low === null || high === null
                    ? ''
                    : html`<path class="whisker" d="M${middle} ${y(low)}V${y(high)}" />`
            }
            <text class="${value === null ? 'missing' : 'value'}" x="${middle}" y="${top}">
                ${text}
            </text>
            <text class="label" x="${middle}" y="${HEIGHT - BOTTOM + 13}">${label}</text>
        </g>`;
    };
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT - 10}" role="img" aria-label="${summary}">
        <path class="axis" d="M0 ${HEIGHT - BOTTOM}H${WIDTH}" />
        ${target === null ? '' : html`<path class="target" d="M0 ${y(target.value)}H${WIDTH}" />`}
        ${points.map(column)}
    </svg>`;
}

const ROW = 19;
/** Where bars begin, and how long the longest is. */
const LEFT = 128;
const LONGEST = 158;
/** Longer names would run into the bars; the whole name stands in the title and in the table. */
const NAME = 24;

function bars({ points, summary, target }: Chart): Html {
    const height = ROW * points.length + 6;
    const x = (value: number): number => round(LEFT + LONGEST * clamp(value));
    const words = ({ label, text, value }: ChartPoint, i: number) =>
        html`<text class="name" x="${LEFT - 6}" y="${ROW * i + 14}">${shortened(label)}</text>
            <text
                class="${value === null ? 'missing' : 'value'}"
                x="${LEFT + (value === null ? 6 : LONGEST + 10)}"
                y="${ROW * i + 14}"
            >
                ${text}
            </text>`;
    const line = ({ basis, high, label, low, text, tone, value }: ChartPoint, i: number) => {
        const top = 4 + ROW * i;
        return html`<g>
            <title>${label}: ${text}${basis === null ? '' : ` (${basis})`}</title>
            ${
                value === null
                    ? ''
                    : html`<rect
                          class="fill ${tone}"
                          x="${LEFT}"
                          y="${top}"
                          width="${round(x(value) - LEFT)}"
                          height="13"
                      />`
            }
            ${
                low === null || high === null
                    ? ''
                    : html`<path class="whisker" d="M${x(low)} ${top + 6.5}H${x(high)}" />`
            }
        </g>`;
    };
    return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${summary}">
        <path class="axis" d="M${LEFT} 0V${height}" />
        ${points.map(line)}
        ${target === null ? '' : html`<path class="target" d="M${x(target.value)} 0V${height}" />`}
        ${points.map(words)}
    </svg>`;
}

function shortened(name: string): string {
    const characters = Array.from(name);
    return characters.length > NAME ? `${characters.slice(0, NAME - 1).join('')}…` : name;
}

function percent(value: number): number {
    return round(clamp(value) * 100);
}

function clamp(value: number): number {
    return Math.min(1, Math.max(0, value));
}

/** A tenth is finer than paper shows, and the same on every machine. */
function round(value: number): number {
    return Math.round(value * 10) / 10;
}
