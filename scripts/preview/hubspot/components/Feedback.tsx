import type { AlertProps, LoadingSpinnerProps, ProgressBarProps } from '@hubspot/ui-extensions';

export function Alert({ title, variant = 'info', children }: AlertProps) {
    const look = variant === 'error' ? 'danger' : variant;
    return (
        <div className={`hs-alert hs-alert--${look}`} role="alert">
            <div className="hs-alert__words">
                <p className="hs-alert__title">{title}</p>
                {children}
            </div>
        </div>
    );
}

export function LoadingSpinner({ label, showLabel, layout = 'inline' }: LoadingSpinnerProps) {
    return (
        <div className={`hs-spinner hs-spinner--${layout}`} role="status">
            <span className="hs-spinner__wheel" aria-hidden="true" />
            <span className={showLabel ? undefined : 'hs-hidden'}>{label}</span>
        </div>
    );
}

export function ProgressBar({
    title,
    value = 0,
    maxValue = 100,
    showPercentage,
    valueDescription,
    variant = 'success',
    'aria-label': label
}: ProgressBarProps) {
    const percent = maxValue > 0 ? Math.min(100, (100 * value) / maxValue) : 0;
    return (
        <div className="hs-progress">
            {(title || showPercentage || valueDescription) && (
                <p className="hs-text hs-text--microcopy hs-progress__words">
                    <span>{title}</span>
                    <span>{valueDescription}</span>
                    {showPercentage && <span>{Math.round(percent)}%</span>}
                </p>
            )}
            <div
                className="hs-progress__track"
                role="progressbar"
                aria-label={label ?? title}
                aria-valuemin={0}
                aria-valuemax={maxValue}
                aria-valuenow={value}
            >
                <div
                    className={`hs-progress__fill hs-progress__fill--${variant}`}
                    style={{ width: `${percent}%` }}
                />
            </div>
        </div>
    );
}
