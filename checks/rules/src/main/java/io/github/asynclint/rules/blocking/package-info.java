/** What the rules on blocked threads share. */
package io.github.asynclint.rules.blocking;
