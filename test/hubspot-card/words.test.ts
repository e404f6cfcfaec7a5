import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { words } from '../../hubspot-project/src/app/cards/words.ts';

interface Labels {
    readonly CustomLabels: {
        readonly labels: readonly { readonly fullName: string; readonly value: string }[];
    };
}

/** What each of the card's own words is called in Salesforce. */
const LABELS = {
    acceptance: 'Handoff_Acceptance',
    email: 'Handoff_Email',
    history: 'Handoff_Decision_History',
    loading: 'Handoff_Loading',
    loadFailed: 'Handoff_Load_Failed',
    meeting: 'Handoff_Meeting',
    notSaved: 'Handoff_Not_Saved',
    refresh: 'Handoff_Refresh',
    tryAgain: 'Handoff_Try_Again',
    tryAgainMend: 'Handoff_Load_Failed_Mend',
    unreachableMend: 'Handoff_Unreachable_Mend'
} as const;

const FILE = 'force-app/main/default/labels/CustomLabels.labels-meta.xml';
const { CustomLabels } = new XMLParser().parse(readFileSync(FILE, 'utf8')) as Labels;

it.each(Object.entries(LABELS))('says %s as Salesforce does', (key, name) => {
    const label = CustomLabels.labels.find(({ fullName }) => fullName === name);
    expect(words[key as keyof typeof LABELS]).toBe(label?.value.replace('Salesforce', 'HubSpot'));
});
