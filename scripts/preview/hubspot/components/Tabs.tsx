import { createContext, useContext, useId, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { TabProps, TabsProps } from '@hubspot/ui-extensions';

interface Strip {
    /** Where the tabs' buttons stand; null: not drawn yet. */
    readonly list: HTMLElement | null;
    readonly selected: TabProps['tabId'];
    readonly select: (id: string) => void;
}
const StripContext = createContext<Strip>({ list: null, selected: undefined, select() {} });

/** The strip of tabs; each tab puts its own button there, since it comes from the worker by itself. */
export function Tabs({ defaultSelected, selected, onSelectedChange, children }: TabsProps) {
    const [list, setList] = useState<HTMLElement | null>(null);
    const [own, setOwn] = useState(defaultSelected);
    const select = (id: string) => {
        setOwn(id);
        (onSelectedChange as ((id: string) => void) | undefined)?.(id);
    };
    return (
        <StripContext.Provider value={{ list, selected: selected ?? own, select }}>
            <div role="tablist" className="hs-tabs" ref={setList} />
            {children}
        </StripContext.Provider>
    );
}

export function Tab({ tabId = '', title, disabled, children }: TabProps) {
    const { list, selected, select } = useContext(StripContext);
    const id = useId();
    const isSelected = String(selected) === String(tabId);
    const button = (
        <button
            type="button"
            role="tab"
            id={id}
            className="hs-tab"
            aria-selected={isSelected}
            aria-controls={isSelected ? `${id}-panel` : undefined}
            tabIndex={isSelected ? 0 : -1}
            disabled={disabled}
            onClick={() => select(String(tabId))}
            // Events of a portal pass by the element that it stands in.
            onKeyDown={moveByArrows}
        >
            {title}
        </button>
    );
    return (
        <>
            {list && createPortal(button, list)}
            {isSelected && (
                <div
                    role="tabpanel"
                    id={`${id}-panel`}
                    aria-labelledby={id}
                    className="hs-tabpanel"
                >
                    {children}
                </div>
            )}
        </>
    );
}

function moveByArrows({ currentTarget, key }: KeyboardEvent<HTMLElement>): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const list = currentTarget.closest('[role="tablist"]');
    if (step === undefined || list === null) return;
    const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
    const next = tabs[tabs.indexOf(currentTarget) + step];
    next?.focus();
    next?.click();
}
