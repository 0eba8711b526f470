/** What a rule sees and how it speaks: one class for each pitfall implements {@link Rule}. */
package io.github.asynclint.engine.rule;
