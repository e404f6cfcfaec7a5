import type { Page } from 'playwright-core';

export const FORMATS = ['A4', 'Letter'] as const;

/** The sheets that a printer would take. */
export async function sheets(page: Page, format: (typeof FORMATS)[number]): Promise<number> {
    const pdf = await page.pdf({ format });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The size of the smallest text on the page, pt. */
export function smallestText(page: Page): Promise<number> {
    return page.evaluate(() => {
        const sizes: number[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (parent === null || walker.currentNode.nodeValue?.trim() === '') continue;
            sizes.push(parseFloat(getComputedStyle(parent).fontSize) * 0.75);
        }
        return Math.min(...sizes);
    });
}
