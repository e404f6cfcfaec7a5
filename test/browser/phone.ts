import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { WIDE_FONT } from './fonts.ts';

export const PHONE = 320;

/** Holds a page against a phone's width. A layout may take a moment to settle. */
export async function expectToFitPhone(page: Page, what = ''): Promise<void> {
    await page.setViewportSize({ width: PHONE, height: 900 });
    await expect.poll(() => beyondPhone(page), { message: what }).toEqual({ px: 0, words: [] });
}

/** From here on the page has no font but a wide one, wherever the browser's own fonts are usual. */
export async function setWideFont(page: Page): Promise<void> {
    await page.addStyleTag({ content: `* { font-family: '${WIDE_FONT}' !important; }` });
}

/** How far a page reaches over a phone's edge, px, and by which words. */
function beyondPhone(page: Page): Promise<{ px: number; words: string[] }> {
    return page.evaluate((phone) => {
        const px = document.documentElement.scrollWidth - phone;
        const outside = [...document.querySelectorAll('body *')].filter(
            (element) =>
                element.childElementCount === 0 &&
                element.getBoundingClientRect().right > phone + 0.5
        );
        const words = outside.map(({ textContent }) => (textContent ?? '').slice(0, 80));
        return { px: Math.max(px, 0), words: px > 0 ? words.slice(0, 5) : [] };
    }, PHONE);
}
