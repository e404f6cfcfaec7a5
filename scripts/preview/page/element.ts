/** An element with its properties and children; a text becomes a text node, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    properties: Partial<Omit<HTMLElementTagNameMap[Tag], 'style' | 'dataset'>> = {},
    ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
}
