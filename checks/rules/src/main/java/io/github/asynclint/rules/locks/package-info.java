/** Which locks a thread holds, and what it does while it holds them. */
package io.github.asynclint.rules.locks;
