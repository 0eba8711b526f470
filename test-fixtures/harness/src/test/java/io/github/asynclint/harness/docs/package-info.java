/** Keeps the pages that people read in step with rules and fixtures. */
package io.github.asynclint.harness.docs;
