/** The settings page's own words. */
import type { Feature, SettingName } from '@handoff/core';

export const words = {
    loading: 'Loading the settings',
    loadFailed: 'The settings could not be loaded.',
    tryAgain: 'Try again',
    unreachableMend: 'HubSpot could not be reached. Check your connection, then try again.',
    unreadable: 'The app function gave an answer that this page cannot read.',
    unreadableMend: 'Try again. If it fails again, send your administrator the message above.',

    heading: 'What Handoff reads',
    intro: 'Choose where your account keeps what the handoff panel shows. The defaults fit most accounts.',
    stored: 'Saved in this account, in the hidden contact property handoff_settings. An update of the app leaves it as it is.',
    storedWrong: 'Some saved settings cannot be used. Their defaults count until you save again.',
    missing: 'This account lacks options that the agreement sets',
    unchecked: (names: string) => `Not checked, because they could not be read: ${names}.`,
    none: 'None',
    default: (label: string) => `Default: ${label}.`,
    notHere: (value: string) => `${value} (not in this account)`,
    save: 'Save',
    saving: 'Saving…',
    discard: 'Discard changes',
    useDefaults: 'Use defaults',
    unsaved: 'Unsaved changes',
    saved: 'Settings saved. Panels use them when they are opened next.',
    notSaved: 'The settings were not saved.',

    settings: {
        score: {
            label: 'Your own score',
            help: 'Shown beside Handoff’s score.'
        },
        mqlStage: {
            label: 'Handover stage',
            help: 'The response clock starts here.'
        },
        employees: {
            label: 'Number of employees',
            help: 'A number, or a range such as 51-200.'
        },
        revenue: { label: 'Annual revenue', help: 'A number, or a range such as $1M-$5M.' },
        industry: { label: 'Industry', help: 'Text or a choice.' },
        title: { label: 'Job title', help: 'Text or a choice.' }
    } satisfies {
        readonly [name in SettingName]: { readonly label: string; readonly help: string };
    },

    test: {
        heading: 'Test on a contact',
        intro: 'See what these settings read of one contact before you save them. Nothing is changed.',
        contact: 'Record ID or email address',
        run: 'Test',
        running: 'Reading…',
        failed: 'The contact could not be read.',
        result: (name: string) => `What Handoff reads of ${name}`,
        unnamed: (id: string) => `contact ${id}`,
        setting: 'Setting',
        property: 'Property',
        raw: 'Value in HubSpot',
        understood: 'Handoff reads',
        empty: 'Empty',
        notRead: 'Not read',
        notUnderstood: 'Not understood',
        orMore: (min: string) => `${min} or more`,
        range: (min: string, max: string) => `${min} to ${max}`,
        changes: (count: number, from: 'lead_scoring' | 'property_history') => {
            const where = from === 'lead_scoring' ? 'lead scoring' : 'the property’s history';
            if (count === 0) return 'No change of the score is known for this contact.';
            return `${count} ${count === 1 ? 'change' : 'changes'} of the score known, from ${where}.`;
        }
    },

    features: {
        heading: 'What Handoff can read here',
        intro: 'Where something is missing, the panel says so and does without it.',
        names: {
            owners: 'Owners',
            emails: 'Emails',
            page_views: 'Page views',
            sequences: 'Sequences',
            leads: 'Lead records',
            score_history: 'History of your own score'
        } satisfies { readonly [id in Feature['id']]: string },
        states: {
            answers: 'Available',
            unknown: 'No contact to try it with',
            no_access: 'Scope not granted',
            no_tier: 'Not in this subscription',
            failed: 'Could not be read'
        } satisfies { readonly [state in Feature['state']]: string }
    }
} as const;
