import type { Locator } from 'playwright-core';

/** Every text that can be seen in the panel, piece by piece as it is laid out; none that only a screen reader says. */
export function visibleText(panel: Locator): Promise<string[]> {
    return panel.evaluate((root) => {
        const pieces: string[] = [];
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (walker.nextNode()) {
            const text = (walker.currentNode.nodeValue ?? '').replace(/\s+/g, ' ').trim();
            if (text === '') continue;
            range.selectNodeContents(walker.currentNode);
            const { width, height } = range.getBoundingClientRect();
            const parent = walker.currentNode.parentElement;
            const isSeen = parent?.checkVisibility({ visibilityProperty: true }) ?? false;
            const isClipped = parent?.closest('.slds-assistive-text, .hs-hidden') != null;
            if (isSeen && !isClipped && width > 1 && height > 1) pieces.push(text);
        }
        return pieces;
    });
}
