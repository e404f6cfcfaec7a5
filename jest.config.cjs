const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

// c/handoffCore is the bundle that npm run build leaves in its folder.
module.exports = {
    ...jestConfig,
    // Only what is broken takes so long: a slow or busy machine is no failure.
    testTimeout: 300_000,
    testMatch: ['<rootDir>/force-app/**/lwc/**/__tests__/**/*.test.ts'],
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/hubspot-project/'],
    setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/scripts/test/sa11y.cjs']
};
