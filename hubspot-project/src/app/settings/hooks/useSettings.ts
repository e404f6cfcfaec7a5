import { useCallback, useEffect, useState } from 'react';
import { useExtensionActions } from '@hubspot/ui-extensions';
import type { HubSpotSettings, Issue, PortalSettings, SettingName } from '@handoff/core';
import { readSettings, saveSettings, type Failure } from '../callSettings.ts';
import { words } from '../words.ts';

interface State {
    /** Null: not read yet. */
    readonly portal: PortalSettings | null;
    /** As the form stands. */
    readonly draft: HubSpotSettings | null;
    readonly issues: readonly Issue[];
    readonly failure: Failure | null;
    readonly busy: 'loading' | 'saving' | null;
}

export interface SettingsForm extends State {
    readonly changed: boolean;
    readonly set: (name: SettingName, value: string | null) => void;
    readonly reload: () => void;
    readonly save: () => void;
    readonly discard: () => void;
    readonly useDefaults: () => void;
}

/** The account's settings, and what the admin made of them so far. */
export function useSettings(): SettingsForm {
    const { addAlert } = useExtensionActions<'settings'>();
    const [state, setState] = useState<State>({
        portal: null,
        draft: null,
        issues: [],
        failure: null,
        busy: 'loading'
    });
    const change = useCallback(
        (parts: Partial<State>) => setState((before) => ({ ...before, ...parts })),
        []
    );
    const { portal, draft, issues } = state;

    const load = useCallback(async () => {
        const answer = await readSettings();
        if (!answer.ok) {
            change({ failure: answer, busy: null });
            return;
        }
        const { settings } = answer;
        change({
            portal: answer,
            draft: settings,
            issues: answer.issues,
            failure: null,
            busy: null
        });
    }, [change]);
    useEffect(() => void load(), [load]);

    async function save(settings: HubSpotSettings, from: PortalSettings) {
        change({ busy: 'saving', failure: null, issues: [] });
        const answer = await saveSettings(settings);
        if (!answer.ok) {
            const found = answer.issues ?? [];
            change({ busy: null, issues: found, failure: found.length > 0 ? null : answer });
            return;
        }
        change({ busy: null, portal: { ...from, settings: answer.settings, issues: [] } });
        addAlert({ type: 'success', message: words.saved });
    }

    const changed = portal !== null && draft !== null && differ(portal.settings, draft);
    return {
        ...state,
        changed,
        set: (name, value) => {
            if (draft === null) return;
            change({
                draft: { ...draft, [name]: value },
                issues: issues.filter(({ path }) => path !== name)
            });
        },
        reload: () => {
            change({ busy: 'loading', failure: null });
            void load();
        },
        save: () => {
            if (portal !== null && draft !== null && state.busy === null) void save(draft, portal);
        },
        discard: () => {
            if (portal !== null) {
                change({ draft: portal.settings, issues: portal.issues, failure: null });
            }
        },
        useDefaults: () => {
            if (portal !== null) change({ draft: portal.defaults, issues: [], failure: null });
        }
    };
}

function differ(a: HubSpotSettings, b: HubSpotSettings): boolean {
    return (Object.keys(a) as SettingName[]).some((name) => a[name] !== b[name]);
}
