import type { RenderedChildNode, RenderedRootNode } from '@hubspot/ui-extensions/testing';

/** Everything that a person can read, in order; some words come as properties of a component. */
export function textOf(node: RenderedRootNode | RenderedChildNode): string {
    if (node.nodeType === 'text') return node.text;
    const { title, label, description, validationMessage } = (
        'props' in node ? node.props : {}
    ) as { readonly [name: string]: unknown };
    return [title, label, ...node.childNodes.map(textOf), description, validationMessage]
        .filter((part) => typeof part === 'string')
        .join(' ')
        .replace(/\s+/g, ' ');
}
