/** A class of the platform as the compiler reads it: declarations without bodies. */
export interface LibraryClass {
    readonly namespace: string;
    readonly name: string;
    readonly body: string;
}

/** What each exception has, in words that the library's own exceptions contradict. */
export const EXCEPTION = `extends Exception {
    global virtual String getMessage() { return null; }
    global void setMessage(String message) {}
    global virtual String getTypeName() { return null; }
    global String getStackTraceString() { return null; }
}`;

/**
 * What every org has and the compiler's library does not declare. Where the compiler says that something
 * of the platform's does not exist, its declaration belongs here, as Salesforce's Apex Reference has it.
 */
export const CLASSES: readonly LibraryClass[] = [
    {
        namespace: 'System',
        name: 'AuraHandledException',
        body: `global class AuraHandledException ${EXCEPTION}`
    },
    {
        namespace: 'Schema',
        name: 'SObjectTypeFields',
        body: `global class SObjectTypeFields {
            global Map<String, Schema.SObjectField> getMap() {}
        }`
    },
    {
        // Without start, which gives either a QueryLocator or an Iterable.
        namespace: 'Database',
        name: 'Batchable',
        body: `global interface Batchable<T> {
            void execute(Database.BatchableContext context, List<T> records);
            void finish(Database.BatchableContext context);
        }`
    }
];

/** Members that a class of the library lacks, by the class. */
export const MEMBERS: { readonly [className: string]: readonly string[] } = {
    'Messaging.CustomNotification': ['global CustomNotification() {}'],
    // The library has them as objects of an instance.
    'System.AccessLevel': [
        'global static System.AccessLevel SYSTEM_MODE;',
        'global static System.AccessLevel USER_MODE;'
    ]
};

/** Lists of ids, which the jar of types does not hold. */
export const FIELDS: { readonly [object: string]: { readonly [field: string]: string } } = {
    EmailMessage: { ToIds: 'Id[]' }
};
