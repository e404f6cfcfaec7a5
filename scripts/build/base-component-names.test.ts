import { expect, it } from 'vitest';
import { usedComponents } from './base-component-names.ts';

it('finds the base components in templates and imports, and none of the platform’s other modules', () => {
    const names = usedComponents();
    expect(names).toEqual(expect.arrayContaining(['buttonIcon', 'card', 'icon', 'tabset']));
    expect(names).not.toContain('platformShowToastEvent');
});
