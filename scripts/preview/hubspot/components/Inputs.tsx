import { useEffect, useId, useState } from 'react';
import type { RadioButtonProps, TextAreaProps } from '@hubspot/ui-extensions';

export function RadioButton({
    name,
    value = '',
    checked = false,
    readOnly = false,
    description,
    onChange,
    children
}: RadioButtonProps) {
    const id = useId();
    return (
        <div className="hs-radio">
            <input
                type="radio"
                id={id}
                name={name}
                value={value}
                checked={checked}
                disabled={readOnly}
                aria-describedby={description === undefined ? undefined : `${id}-description`}
                onChange={() => onChange?.(true, value)}
            />
            <label htmlFor={id}>{children}</label>
            {description !== undefined && (
                <p id={`${id}-description`} className="hs-text hs-text--microcopy">
                    {description}
                </p>
            )}
        </div>
    );
}

/** Keeps what is typed until the field is left, as HubSpot's own does. */
export function TextArea({
    name,
    label,
    value = '',
    required,
    readOnly,
    placeholder,
    maxLength,
    rows = 3,
    resize = 'both',
    error,
    validationMessage,
    onInput,
    onChange
}: TextAreaProps) {
    const id = useId();
    const [typed, setTyped] = useState(value);
    useEffect(() => setTyped(value), [value]);
    return (
        <div className="hs-field">
            <label htmlFor={id}>
                {label}
                {required && <span className="hs-required"> *</span>}
            </label>
            <textarea
                id={id}
                name={name}
                value={typed}
                required={required}
                readOnly={readOnly}
                placeholder={placeholder}
                maxLength={maxLength}
                rows={rows}
                style={{ resize }}
                aria-invalid={error}
                aria-describedby={`${id}-message`}
                onChange={({ target }) => {
                    setTyped(target.value);
                    onInput?.(target.value);
                }}
                onBlur={() => onChange?.(typed)}
            />
            <p
                id={`${id}-message`}
                className={`hs-message${error ? ' hs-message--error' : ''}`}
                role="status"
            >
                {validationMessage}
            </p>
        </div>
    );
}
