import { useSyncExternalStore } from 'react';
import { Icon } from './Icon.tsx';

export interface AlertMessage {
    readonly type?: 'info' | 'warning' | 'success' | 'danger' | 'tip';
    readonly title?: string;
    readonly message: string;
}
interface Shown extends AlertMessage {
    readonly id: number;
}

/** How long an alert stays when nobody closes it. */
const SHOWN_FOR = 8000;

/** The alerts of one page, which come from outside React. */
export function createAlerts() {
    let shown: readonly Shown[] = [];
    let count = 0;
    const listeners = new Set<() => void>();
    const set = (next: readonly Shown[]) => {
        shown = next;
        listeners.forEach((listener) => listener());
    };
    const close = (id: number) => set(shown.filter((alert) => alert.id !== id));
    return {
        add(alert: AlertMessage) {
            const id = ++count;
            set([...shown, { ...alert, id }]);
            setTimeout(() => close(id), SHOWN_FOR);
        },
        close,
        read: () => shown,
        subscribe(listener: () => void) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        }
    };
}

/** What the card told the page to say, over the page; spoken politely. */
export function Alerts({ alerts }: { readonly alerts: ReturnType<typeof createAlerts> }) {
    const shown = useSyncExternalStore(alerts.subscribe, alerts.read);
    return (
        <div className="hs-alerts" role="status">
            {shown.map(({ id, type = 'info', title, message }) => (
                <div key={id} className={`hs-alert hs-alert--${type} hs-alert--floating`}>
                    <div className="hs-alert__words">
                        {title && <p className="hs-alert__title">{title}</p>}
                        <p>{message}</p>
                    </div>
                    <button
                        type="button"
                        className="hs-button hs-button--transparent hs-button--xs"
                        aria-label="Close"
                        onClick={() => alerts.close(id)}
                    >
                        <Icon name="remove" />
                    </button>
                </div>
            ))}
        </div>
    );
}
