import { Select } from '@hubspot/ui-extensions';
import type { Issue, PortalSettings, SettingName, SettingOption } from '@handoff/core';
import { words } from '../words.ts';

/** A picker's value for "no score": an option cannot hold null. */
const NONE = '';

interface Props {
    readonly name: SettingName;
    readonly portal: PortalSettings;
    readonly value: string | null;
    readonly issue: Issue | null;
    readonly readOnly: boolean;
    readonly onChange: (value: string | null) => void;
}

/** The picker of one setting; it offers only what can hold it. */
export function Field({ name, portal, value, issue, readOnly, onChange }: Props) {
    const { label, help } = words.settings[name];
    const offered = offeredFor(name, portal);
    const usual = portal.defaults[name];
    const shown = usual === null ? words.none : labelOf(usual, offered);
    return (
        <Select
            name={name}
            label={label}
            description={`${help} ${words.default(shown)}`}
            options={withValue(offered, value).map((option) => ({ ...option }))}
            value={value ?? NONE}
            readOnly={readOnly}
            error={issue !== null}
            {...(issue === null ? {} : { validationMessage: issue.message })}
            onChange={(chosen) => onChange(chosen === NONE ? null : String(chosen))}
        />
    );
}

function offeredFor(name: SettingName, { properties, stages }: PortalSettings): SettingOption[] {
    if (name === 'mqlStage') return [...stages];
    const fitting = properties
        .filter(({ fits }) => fits.includes(name))
        .map(({ value, label }) => ({ value, label }));
    return name === 'score' ? [{ value: NONE, label: words.none }, ...fitting] : fitting;
}

/** What is chosen is shown even where the account does not have it. */
function withValue(
    offered: readonly SettingOption[],
    value: string | null
): readonly SettingOption[] {
    const isOffered = offered.some((option) => option.value === (value ?? NONE));
    if (isOffered || value === null) return offered;
    return [{ value, label: words.notHere(value) }, ...offered];
}

function labelOf(value: string, offered: readonly SettingOption[]): string {
    return offered.find((option) => option.value === value)?.label ?? words.notHere(value);
}
