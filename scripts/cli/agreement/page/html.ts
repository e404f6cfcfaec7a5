/** Markup from parts; text is escaped, so that an agreement cannot put markup or a script into its page. */

/** Markup that is safe to put into a page. */
export interface Html {
    readonly html: string;
}

type Part = string | number | Html | readonly Html[];

/** A template whose values are escaped unless they are markup themselves. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
    return {
        html: texts.map((text, i) => (i === 0 ? '' : markup(parts[i - 1] ?? '')) + text).join('')
    };
}

export function joined(parts: readonly Html[], separator: string): Html {
    return { html: parts.map((part) => part.html).join(escaped(separator)) };
}

export function list(items: readonly Html[]): Html {
    return html`<ul>
        ${items.map((item) => html`<li>${item}</li>`)}
    </ul>`;
}

function markup(part: Part): string {
    if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
    return 'html' in part ? part.html : part.map((one) => one.html).join('');
}

/** A number and its unit stay on one line. */
const UNIT = /(\d) (?=(?:h|min|s|days?|weeks?|months?|years?|business)\b)/g;

function escaped(text: string): string {
    return text
        .replace(UNIT, '$1\u00a0')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/'/g, '&#39;');
}
