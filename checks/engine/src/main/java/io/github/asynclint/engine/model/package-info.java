/** What is known of libraries: which thread runs a callback, what a call does, who must use a result. */
package io.github.asynclint.engine.model;
