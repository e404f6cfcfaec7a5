import { createElement } from 'lwc';
import Icon from 'lightning/icon';
import { frameSettings } from '../frame/settings.ts';
import { askOrg } from './requests.ts';

interface Answer {
    readonly fields: {
        readonly [name: string]: { readonly value: unknown; readonly displayValue: string | null };
    };
}
const FIELDS = {
    Lead: ['Name', 'Company', 'Title', 'Phone', 'Email'],
    Contact: ['Name', 'Title', 'Phone', 'Email']
};

/** The head of a record page: whose record it is, and its first fields. */
export function drawHeader(into: HTMLElement): void {
    const { name, salesforce } = frameSettings();
    const { objectName } = salesforce;
    const header = document.createElement('header');
    header.className = 'slds-page-header slds-page-header_record-home record-header';
    const icon = createElement('lightning-icon', { is: Icon });
    Object.assign(icon, { iconName: `standard:${objectName.toLowerCase()}` });
    const heading = document.createElement('h1');
    const kind = textElement('span', 'record-kind', objectName);
    const title = textElement('span', 'slds-page-header__title record-name', name);
    heading.append(kind, title);
    header.append(icon, heading);
    into.append(header);
    void drawFields(header);
}

async function drawFields(header: HTMLElement): Promise<void> {
    const { objectName, recordId } = frameSettings().salesforce;
    const names = FIELDS[objectName as keyof typeof FIELDS];
    const fields = names.map((field) => `${objectName}.${field}`);
    // The panel itself says what cannot be reached.
    const answer = (await askOrg('record', { recordId, optionalFields: fields }).catch(
        () => null
    )) as Answer | null;
    const list = document.createElement('dl');
    list.className = 'record-fields';
    for (const name of names.slice(1)) {
        const { value = null, displayValue = null } = answer?.fields[name] ?? {};
        if (value === null) continue;
        const row = document.createElement('div');
        row.append(textElement('dt', 'slds-text-title', name));
        row.append(textElement('dd', '', displayValue ?? String(value)));
        list.append(row);
    }
    header.append(list);
}

function textElement(tag: string, className: string, text: string): HTMLElement {
    const element = document.createElement(tag);
    element.className = className;
    element.dir = 'auto';
    element.textContent = text;
    return element;
}
