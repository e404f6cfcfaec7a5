import { useEffect, useState } from 'react';
import type { InputProps, SelectProps } from '@hubspot/ui-extensions';
import { Field } from './Field.tsx';

/** Keeps what is typed until the field is left, as HubSpot's own does. */
export function Input({
    name,
    label,
    value = '',
    type = 'text',
    required,
    readOnly,
    placeholder,
    description,
    error,
    validationMessage,
    onInput,
    onChange
}: InputProps) {
    const [typed, setTyped] = useState(value);
    useEffect(() => setTyped(value), [value]);
    return (
        <Field {...{ label, required, description, error, validationMessage }}>
            {(tied) => (
                <input
                    {...tied}
                    type={type}
                    name={name}
                    value={typed}
                    required={required}
                    readOnly={readOnly}
                    placeholder={placeholder}
                    onChange={({ target }) => {
                        setTyped(target.value);
                        onInput?.(target.value);
                    }}
                    onBlur={() => onChange?.(typed)}
                />
            )}
        </Field>
    );
}

/** HubSpot's own can be searched; here the browser's stands in. */
export function Select({
    name,
    label,
    value = '',
    options = [],
    required,
    readOnly,
    description,
    error,
    validationMessage,
    onChange
}: SelectProps) {
    return (
        <Field {...{ label, required, description, error, validationMessage }}>
            {(tied) => (
                <select
                    {...tied}
                    name={name}
                    value={String(value)}
                    required={required}
                    disabled={readOnly}
                    onChange={({ target }) => {
                        const chosen = options.find((one) => String(one.value) === target.value);
                        if (chosen) onChange?.(chosen.value);
                    }}
                >
                    {options.map((option) => (
                        <option key={String(option.value)} value={String(option.value)}>
                            {option.label}
                        </option>
                    ))}
                </select>
            )}
        </Field>
    );
}
