/**
 * Which of a portal's own properties hold what Handoff reads. They are kept in the portal itself, as
 * JSON in the description of the contact property `handoff_settings`: there every user's panel, every
 * function and the command line find them, in every subscription, and an upload leaves them alone.
 */
import type { Agreement } from '../../agreement/types.ts';
import type { Issue } from '../../issue.ts';
import type { Unreadable } from '../../lead.ts';
import { isObject, noteUnreadable } from '../read.ts';

export interface HubSpotSettings {
    /** The score shown beside ours; null: none is shown. */
    readonly score: string | null;
    readonly employees: string;
    readonly revenue: string;
    readonly industry: string;
    readonly title: string;
    /** The lifecycle stage that counts as the hand-over. */
    readonly mqlStage: string;
}
export type SettingName = keyof HubSpotSettings;

export const SETTING_NAMES: readonly SettingName[] = [
    'mqlStage',
    'score',
    'employees',
    'revenue',
    'industry',
    'title'
];

const PROPERTY = /^[a-z][a-z0-9_]{0,99}$/;
/** Stages that a portal adds have numbers for names. */
const STAGE = /^[a-z0-9][a-z0-9_-]{0,99}$/;
/** HubSpot replaces what a property's name cannot hold. */
const NOT_IN_A_NAME = /[^a-z0-9_]/g;

/** What counts in a portal that has set nothing; the score is the one that the agreement names. */
export function defaultSettings(agreement: Agreement): HubSpotSettings {
    return {
        score: agreement.score.beside.hubspot,
        employees: 'numemployees',
        revenue: 'annualrevenue',
        industry: 'industry',
        title: 'jobtitle',
        mqlStage: 'marketingqualifiedlead'
    };
}

export interface ReadSettings {
    /** With the default wherever nothing usable is set. */
    readonly settings: HubSpotSettings;
    /** Codes `settings.json`, `settings.shape`, `settings.unknown`, `settings.name`; the path is the setting. */
    readonly issues: readonly Issue[];
}

/** Settings as they are stored; text that is empty sets nothing. */
export function readSettings(text: string | null, agreement: Agreement): ReadSettings {
    if (text === null || text.trim() === '') return settingsFrom(null, agreement);
    return settingsFrom(storedSettings(text), agreement);
}

/** What stored text says, unchecked; text that is no JSON stays text, so that its reader can say so. */
export function storedSettings(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return text;
    }
}

/** Settings from a value of any shape; null and undefined set nothing. */
export function settingsFrom(value: unknown, agreement: Agreement): ReadSettings {
    const defaults = defaultSettings(agreement);
    if (value === null || value === undefined) return { settings: defaults, issues: [] };
    if (!isObject(value)) {
        const code = typeof value === 'string' ? 'settings.json' : 'settings.shape';
        const message =
            'The settings are not a JSON object, so the defaults count. Save them again on the settings page.';
        return { settings: defaults, issues: [{ code, path: '', message }] };
    }
    const settings: { [name in SettingName]: string | null } = { ...defaults };
    const issues: Issue[] = [];
    for (const [name, given] of Object.entries(value)) {
        if (!isSettingName(name)) {
            const message = `There is no setting “${name}”. Those that exist: ${SETTING_NAMES.join(', ')}.`;
            issues.push({ code: 'settings.unknown', path: name, message });
        } else if (name === 'score' && given === null) {
            settings.score = null;
        } else if (typeof given === 'string' && patternOf(name).test(given)) {
            settings[name] = given;
        } else {
            issues.push({ code: 'settings.name', path: name, message: badName(name) });
        }
    }
    return { settings: settings as HubSpotSettings, issues };
}

/** The settings that came with a record; what they say wrongly is noted, and its default counts. */
export function settingsOf(
    records: { readonly settings?: unknown },
    agreement: Agreement,
    notes: Unreadable[]
): HubSpotSettings {
    const { settings, issues } = settingsFrom(records.settings, agreement);
    for (const { path } of issues) {
        const value = isObject(records.settings) ? records.settings[path] : records.settings;
        noteUnreadable('settings', path === '' ? 'settings' : `setting “${path}”`, value, notes);
    }
    return settings;
}

/** The property in which HubSpot keeps when a contact last entered a lifecycle stage. */
export function enteredProperty(stage: string): string {
    return `hs_v2_date_entered_${stage.replace(NOT_IN_A_NAME, '_')}`;
}

/** The text to be stored; only what differs from the default, so that a new agreement's defaults count. */
export function writeSettings(settings: HubSpotSettings, agreement: Agreement): string {
    const defaults = defaultSettings(agreement);
    const own = SETTING_NAMES.filter((name) => settings[name] !== defaults[name]);
    return JSON.stringify(Object.fromEntries(own.map((name) => [name, settings[name]])));
}

function isSettingName(name: string): name is SettingName {
    return (SETTING_NAMES as readonly string[]).includes(name);
}

function patternOf(name: SettingName): RegExp {
    return name === 'mqlStage' ? STAGE : PROPERTY;
}

function badName(name: SettingName): string {
    return name === 'mqlStage'
        ? 'This is not the internal name of a lifecycle stage. Choose one of the account’s stages.'
        : 'This is not the internal name of a property. Choose one of the contact properties.';
}
