/** What an event handler of a card is given; events themselves do not cross into a worker. */
import type { ButtonProps } from '@hubspot/ui-extensions';

type Given = Parameters<NonNullable<ButtonProps['onClick']>>;

export const CLICK: Given[0] = { type: 'click', bubbles: true, timeStamp: 0, id: 'click' };

function refuse(): never {
    throw new Error('The preview draws no overlays.');
}
export const REACTIONS: Given[1] = {
    openPanel: refuse,
    closePanel: refuse,
    openModal: refuse,
    closeModal: refuse
};
