import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

declare global {
    interface Window {
        /** Each text that a live region of this page has shown so far. */
        handoffSaid: Set<string>;
    }
}

/**
 * Has every page of a context remember what its live regions say: a message goes away after some seconds,
 * and a busy machine would look too late.
 */
export function rememberSaid(context: BrowserContext): Promise<unknown> {
    return context.addInitScript(() => {
        const said = new Set<string>();
        window.handoffSaid = said;
        new MutationObserver(() => {
            for (const text of document.querySelectorAll('[role="status"] *')) {
                said.add((text.textContent ?? '').trim());
            }
        }).observe(document, { subtree: true, childList: true, characterData: true });
    });
}

/** Waits until the page has shown a message of the CRM's own, since it was loaded. */
export async function said(page: Page, message: string): Promise<void> {
    await expect
        .poll(() => page.evaluate(() => [...window.handoffSaid]), { message })
        .toContain(message);
}
