const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

// c/handoffCore is the bundle that npm run build leaves in its folder.
module.exports = {
    ...jestConfig,
    // A busy machine takes longer than jest's five seconds to draw a whole page.
    testTimeout: 30_000,
    testMatch: ['<rootDir>/force-app/**/lwc/**/__tests__/**/*.test.ts'],
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/hubspot-project/'],
    setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/scripts/test/sa11y.cjs']
};
