import { useId, type ReactNode } from 'react';

interface Props {
    readonly label: string | undefined;
    readonly required: boolean | undefined;
    readonly description: string | undefined;
    readonly error: boolean | undefined;
    readonly validationMessage: string | undefined;
    /** Draws the field itself, with what ties it to its label and words. */
    readonly children: (tied: {
        readonly id: string;
        readonly 'aria-describedby': string;
        readonly 'aria-invalid': boolean | undefined;
    }) => ReactNode;
}

/** What stands around every field of a form: its label, its description and what is wrong with it. */
export function Field({ label, required, description, error, validationMessage, children }: Props) {
    const id = useId();
    return (
        <div className="hs-field">
            <label htmlFor={id}>
                {label}
                {required && <span className="hs-required"> *</span>}
            </label>
            {description !== undefined && (
                <p id={`${id}-description`} className="hs-text hs-text--microcopy">
                    {description}
                </p>
            )}
            {children({
                id,
                'aria-describedby': `${id}-description ${id}-message`,
                'aria-invalid': error
            })}
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
