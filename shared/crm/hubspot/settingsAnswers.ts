/** What the app function `handoff-settings` answers its page with. */
import type { Issue } from '../../issue.ts';
import type { Fact, Instant } from '../../lead.ts';
import type { NativeProperty } from './native.ts';
import type { HubSpotSettings, SettingName } from './settings.ts';

/** A choice as HubSpot's own pickers take it. */
export interface SettingOption {
    readonly value: string;
    readonly label: string;
}
/** What a portal offers for the settings. */
export interface Definitions {
    readonly properties: readonly (SettingOption & {
        readonly type: string;
        /** The settings that this property can hold. */
        readonly fits: readonly SettingName[];
    })[];
    readonly stages: readonly SettingOption[];
}
/** A read that not every portal allows. */
export interface Feature {
    readonly id: 'owners' | 'emails' | 'page_views' | 'sequences' | 'leads' | 'score_history';
    /** `answers`; why not; or `unknown`: there is no contact yet to try it with. */
    readonly state: 'answers' | 'unknown' | 'no_access' | 'no_tier' | 'failed';
}
export interface PortalSettings extends Definitions {
    readonly ok: true;
    readonly settings: HubSpotSettings;
    readonly defaults: HubSpotSettings;
    /** What is wrong with what is stored; the path is the setting. */
    readonly issues: readonly Issue[];
    /** Options of HubSpot's own that the agreement writes and this account does not have; the path is the agreement's. */
    readonly missing: readonly Issue[];
    /** What of HubSpot's own could not be looked up, so that nobody knows whether its options are there. */
    readonly unchecked: readonly NativeProperty[];
    readonly features: readonly Feature[];
}
export interface SavedSettings {
    readonly ok: true;
    readonly settings: HubSpotSettings;
}
export interface TestedRow {
    readonly setting: SettingName;
    readonly property: string | null;
    /** The value as HubSpot holds it; null: empty. */
    readonly raw: string | null;
    /** What Handoff makes of it; null: nothing. `mqlStage` is the instant at which it was entered. */
    readonly understood: Fact | Instant;
}
export interface TestedSettings {
    readonly ok: true;
    readonly contact: { readonly id: string; readonly name: string | null };
    readonly rows: readonly TestedRow[];
    /** How many changes of the score are known, and who says so; null: no score is shown. */
    readonly score: {
        readonly changes: number;
        readonly from: 'lead_scoring' | 'property_history';
    } | null;
}
