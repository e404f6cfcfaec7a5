import { useId, useState } from 'react';
import type { AccordionProps } from '@hubspot/ui-extensions';
import { Icon } from './Icon.tsx';

export function Accordion({
    title,
    open,
    defaultOpen = false,
    disabled,
    onClick,
    children
}: AccordionProps) {
    const id = useId();
    const [toggled, setToggled] = useState(defaultOpen);
    const isOpen = open ?? toggled;
    return (
        <div className="hs-accordion">
            <button
                type="button"
                className="hs-accordion__title"
                aria-expanded={isOpen}
                aria-controls={id}
                disabled={disabled}
                onClick={() => {
                    setToggled(!isOpen);
                    onClick?.();
                }}
            >
                <Icon name={isOpen ? 'downCarat' : 'right'} />
                {title}
            </button>
            <div id={id} className="hs-accordion__content" hidden={!isOpen}>
                {children}
            </div>
        </div>
    );
}
