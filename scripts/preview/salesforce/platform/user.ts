/** Stands for `@salesforce/user/*`: who is logged in. */
export const Id = '005000000000001AAA';
