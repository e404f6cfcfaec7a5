export const unbuilt = true;
