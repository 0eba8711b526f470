/** Which executor runs what, and who waits for it. */
package io.github.asynclint.rules.executors;
