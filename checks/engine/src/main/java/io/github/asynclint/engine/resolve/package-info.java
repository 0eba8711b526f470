/** Answers that rest on the facts of several types or bodies: hierarchy, targets, flow of values. */
package io.github.asynclint.engine.resolve;
