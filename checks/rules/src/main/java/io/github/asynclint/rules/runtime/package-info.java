/** What the rules on runtime and executors share. */
package io.github.asynclint.rules.runtime;
