// How the JavaScript is linted: strict, by types, and without what the site must not use.

import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

import rooms from "./tools/eslint_rooms.js";

const NEVER = Object.entries({
  // a value must never become markup or code
  "AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]": "use text",
  "CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln)$/]": "use text",
  // these fail on file:// or on a plain-http host name
  "CallExpression[callee.name=/^(fetch|eval|importScripts)$/]": "fails on file:// or is unsafe",
  "NewExpression[callee.name=/^(XMLHttpRequest|Worker|Function)$/]": "fails on file://",
  ImportExpression: "the bundle is one classic script",
}).map(([selector, message]) => ({ selector, message }));

export default defineConfig(
  globalIgnores(["docs/", "site/", ".build/", ".venv/", "tests/"]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { house: { rules: { rooms } } },
    rules: {
      "house/rooms": "error",
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-restricted-syntax": ["error", ...NEVER],
      "no-undef": "off", // tsc knows the names of browser and Node
      "no-var": "error",
      "prefer-const": "error",
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", name: "test", package: "node:test" }] },
      ],
      "@typescript-eslint/no-extraneous-class": ["error", { allowConstructorOnly: true }],
      // tsc asks for the brackets, by noPropertyAccessFromIndexSignature
      "@typescript-eslint/dot-notation": "off",
    },
  },
  { files: ["browser/tests/run.js"], rules: { "no-restricted-syntax": "off" } }, // it imports what it finds
  {
    // templates are JSON that macros/templating/template_checks.py has checked; content_shape.js checks files
    files: [
      "browser/editing/{figure_forms,tokens}.js",
      "browser/exchange/content_shape.js",
      "browser/facts/own_facts.js",
      "browser/extraction/{frames,phrases}.js",
      "browser/templating/*.js",
      "browser/library/unused.js",
      "browser/tests/editing/edits_vectors.test.js",
      "browser/tests/{extraction,facts,figures,library,schema,templating}/*.js",
    ],
    rules: Object.fromEntries(
      ["argument", "assignment", "call", "member-access", "return"].map((kind) => [
        `@typescript-eslint/no-unsafe-${kind}`,
        "off",
      ]),
    ),
  },
);
