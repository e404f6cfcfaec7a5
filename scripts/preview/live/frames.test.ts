import { expect, it } from 'vitest';
import { frameOf } from './frames.ts';
import type { Sources } from './people.ts';

const LOOK = { compact: false, slds: '1' };
const sources = {
    org: { place: 'the sandbox <b>Acme</b>', userId: '005', lacking: null },
    portal: { place: 'the account Acme (1)', lacking: 'Handoff’s own properties' },
    now: () => 0
} as unknown as Sources;
const lead = {
    id: '00Q000000000001AAA',
    name: '<script>alert(1)</script>',
    email: 'a&b@acme.example',
    company: null,
    since: 0
};

it('says in each frame where it was read, and what is not there yet', () => {
    const page = frameOf(sources, 'salesforce', lead.id, { lead, contact: null }, LOOK);
    expect(page).toContain('Read from the sandbox &lt;b>Acme&lt;/b>; nothing is written.</aside>');
    expect(page).not.toContain('<script>alert');
});

it('says so where the other CRM does not know the person', () => {
    const page = frameOf(sources, 'hubspot', lead.id, { lead, contact: null }, LOOK);
    expect(page).toContain('There is no contact with the email address a&amp;b@acme.example.');
    expect(page).toContain('Handoff’s own properties are not there yet, and count as empty.');
    expect(page).not.toContain('<script>alert');
    const unknown = { lead: { ...lead, email: null }, contact: null };
    expect(frameOf(sources, 'hubspot', lead.id, unknown, LOOK)).toContain(
        'it has no email address'
    );
});
