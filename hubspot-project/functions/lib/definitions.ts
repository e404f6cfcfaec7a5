/** The portal's own contact properties and lifecycle stages, and which of them a setting can use. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { defaultSettings, SETTING_NAMES } from '../../../shared/crm/hubspot/settings.ts';
import type { HubSpotSettings, SettingName } from '../../../shared/crm/hubspot/settings.ts';
import type { Definitions, SettingOption } from '../../../shared/crm/hubspot/settingsAnswers.ts';
import { readRange } from '../../../shared/crm/read.ts';
import type { Issue } from '../../../shared/issue.ts';
import type { JsonObject } from './client.ts';
import { resultsOf } from './json.ts';

const STAGES = 'lifecyclestage';
/** Text that a person writes whole sentences into holds no fact. */
const PROSE = ['textarea', 'html', 'file', 'phonenumber'];

const NEEDS: { readonly [name in SettingName]: string } = {
    score: 'a number property',
    employees: 'a number, text, or a choice of sizes such as 51-200',
    revenue: 'a number, text, or a choice of sizes such as $1M-$5M',
    industry: 'text or a choice',
    title: 'text or a choice',
    mqlStage: 'a lifecycle stage'
};

/** Reads the answer of the property API; what a person cannot see there is not offered. */
export function definitionsIn(body: JsonObject): Definitions {
    const all = resultsOf(body);
    const stages = all.find(({ name }) => name === STAGES);
    return {
        properties: all
            .filter(({ hidden, archived }) => hidden !== true && archived !== true)
            .map((row) => ({
                ...option(row.name, row.label),
                type: String(row.type),
                fits: fits(row)
            }))
            .filter((property) => property.fits.length > 0)
            .sort((a, b) => a.label.localeCompare(b.label)),
        stages: optionsOf(stages).map(({ value, label }) => option(value, label))
    };
}

/** What is wrong with settings in this portal; a default may be missing here, and is then not read. */
export function checkSettings(
    settings: HubSpotSettings,
    { properties, stages }: Definitions,
    agreement: Agreement
): Issue[] {
    const defaults = defaultSettings(agreement);
    return SETTING_NAMES.flatMap((name): Issue[] => {
        const value = settings[name];
        if (value === null || value === defaults[name]) return [];
        if (name === 'mqlStage') {
            if (stages.some((stage) => stage.value === value)) return [];
            const message = `This account has no lifecycle stage “${value}”. Choose one that it has.`;
            return [{ code: 'settings.stage', path: name, message }];
        }
        const property = properties.find((one) => one.value === value);
        if (property?.fits.includes(name)) return [];
        const message = property
            ? `“${property.label}” is a ${property.type} property. Choose ${NEEDS[name]}.`
            : `No contact property “${value}” here can hold this. Choose ${NEEDS[name]}.`;
        return [{ code: 'settings.property', path: name, message }];
    });
}

function fits(row: JsonObject): SettingName[] {
    if (row.type === 'number') return ['score', 'employees', 'revenue'];
    if (row.type === 'string' && !PROSE.includes(String(row.fieldType))) {
        return ['employees', 'revenue', 'industry', 'title'];
    }
    if (row.type !== 'enumeration') return [];
    const values = optionsOf(row).map(({ value }) => value);
    const areSizes =
        values.length > 0 &&
        values.every((value) => readRange('facts', 'size', value, []) !== null);
    return areSizes ? ['employees', 'revenue', 'industry', 'title'] : ['industry', 'title'];
}

function optionsOf(row: JsonObject | undefined): readonly JsonObject[] {
    return resultsOf({ results: row?.options });
}

function option(value: unknown, label: unknown): SettingOption {
    const text = typeof label === 'string' && label !== '' ? label : value;
    return { value: String(value), label: String(text) };
}
