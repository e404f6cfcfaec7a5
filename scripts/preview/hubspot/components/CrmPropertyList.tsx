import { useContext, useEffect, useId, useState } from 'react';
import type { CrmPropertyListProps } from '@hubspot/ui-extensions/crm';
import { PageContext, type Field } from '../page.ts';

/** HubSpot's list of properties, each edited in its place. */
export function CrmPropertyList({ properties, direction = 'column' }: CrmPropertyListProps) {
    const { fields, edit, say } = useContext(PageContext);
    const [shown, setShown] = useState<readonly Field[]>([]);
    const key = properties.join();
    useEffect(() => void fields(key.split(',')).then(setShown), [fields, key]);
    async function save(name: string, value: string) {
        try {
            await edit({ [name]: value });
        } catch (error) {
            say((error as Error).message);
        }
        setShown(await fields(key.split(',')));
    }
    return (
        <div className={`hs-properties hs-properties--${direction}`}>
            {shown.map((field) => (
                <Property
                    key={`${field.name}=${field.value}`}
                    field={field}
                    onSave={(value) => void save(field.name, value)}
                />
            ))}
        </div>
    );
}

interface PropertyProps {
    readonly field: Field;
    readonly onSave: (value: string) => void;
}

/** Saved when it is left, as in HubSpot. */
function Property({ field, onSave }: PropertyProps) {
    const id = useId();
    const { label, value, kind, options } = field;
    const save = (next: string) => {
        if (next !== value) onSave(next);
    };
    return (
        <div className="hs-field">
            <label htmlFor={id}>{label}</label>
            {kind === 'select' && (
                <select id={id} defaultValue={value} onChange={({ target }) => save(target.value)}>
                    <option value="">–</option>
                    {options.map(([option, text]) => (
                        <option key={option} value={option}>
                            {text}
                        </option>
                    ))}
                </select>
            )}
            {kind === 'textarea' && (
                <textarea
                    id={id}
                    rows={2}
                    defaultValue={value}
                    onBlur={({ target }) => save(target.value)}
                />
            )}
            {kind === 'date' && (
                <input
                    id={id}
                    type="datetime-local"
                    defaultValue={localOf(value)}
                    onBlur={({ target }) =>
                        save(target.value === '' ? '' : new Date(target.value).toISOString())
                    }
                />
            )}
            {kind === 'text' && (
                <input id={id} defaultValue={value} onBlur={({ target }) => save(target.value)} />
            )}
        </div>
    );
}

/** An instant as `datetime-local` takes it, in the browser's zone. */
function localOf(value: string): string {
    if (value === '') return '';
    const date = new Date(value);
    const shifted = date.getTime() - date.getTimezoneOffset() * 60_000;
    return new Date(shifted).toISOString().slice(0, 16);
}
