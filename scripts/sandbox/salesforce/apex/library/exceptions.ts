import type { ApexException } from '../values.ts';
import type { InstanceMethods } from './instance.ts';

export const exceptionMethods: InstanceMethods = {
    'exception.getmessage/0': (self: ApexException) => self.apexMessage,
    'exception.setmessage/1': (self: ApexException, [message]) => {
        self.apexMessage = String(message);
    },
    'exception.gettypename/0': (self: ApexException) => `System.${self.typeName}`
};
