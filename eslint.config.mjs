import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: one name everywhere. Only the files that Next or a tool loads export a default.',
};
const noEnvironment = {
  // NEXT_RUNTIME must stand in the source as it is: the bundler replaces it to drop the other runtime's code.
  selector:
    ":not(MemberExpression[property.name='NEXT_RUNTIME']) > MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment from src/platform/env, where it is validated once.',
};
const noClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from ctx.now (or a `now` parameter), so that a test can choose it.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from ctx.now (or a `now` parameter), so that a test can choose it.',
  },
];

export default defineConfig(
  { ignores: ['node_modules/', '.next/', 'dist/', '.data/', 'src/generated/', 'next-env.d.ts', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    rules: {
      complexity: ['error', { max: 10, variant: 'modified' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 50 }],
      'max-params': ['error', 3],
      'no-constant-binary-expression': 'error',
      'no-else-return': 'error',
      'no-fallthrough': 'error',
      'no-param-reassign': 'error',
      'no-self-compare': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-rename': 'error',
      'no-useless-return': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    // One program for src, tests and scripts: tsconfig.json is what Next builds and leaves the other two out.
    languageOptions: { parserOptions: { project: './tsconfig.tools.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noEnvironment],
    },
  },
  {
    files: ['src/{features,shared}/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noEnvironment, ...noClock] },
  },
  {
    files: ['src/platform/env.ts', 'src/platform/env/**'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    files: [
      'src/app/**/{page,layout,template,loading,error,global-error,not-found,default,icon,apple-icon}.tsx',
      'src/app/**/{manifest,robots,sitemap}.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', noEnvironment] },
  },
  { files: ['*.config.ts', 'tests/support/e2e-server.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // Says only that the React Compiler skips a component that uses TanStack Table; nothing to act on.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines': ['error', { max: 200 }], 'max-lines-per-function': ['error', { max: 120 }] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // A describe block is a chapter, not a function; bodies of answers are untyped until a test asserts them.
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.data.ts'], rules: { 'max-lines': 'off' } },
);
